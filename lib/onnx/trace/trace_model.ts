import * as tf from "@tensorflow/tfjs";
import { isDeepStrictEqual } from "node:util";
import { UserError } from "../../language/user_error.ts";
import type { EmbeddingModel } from "../../model/embedding_model.ts";
import { unitEmbeddings } from "../../model/unit_embeddings.ts";
import type { OnnxGraph } from "../file/onnx_graph.ts";
import { onnxMessages } from "../messages.ts";
import { operations } from "./operations.ts";
import { Recorder } from "./recorder.ts";

const backendName = "futago-onnx";

/** Names of what goes in and comes out. */
const inputName = "image", outputName = "embedding";

/**
 * Images that the model thinks it gets, the first time and the second. They are prime, so that an axis whose
 * length is a multiple of them holds the batch, and no other does.
 */
const batches = [10_007, 10_009] as const;

/**
 * Writes down what a model computes, from images to embeddings of unit length, by running it on a backend
 * that records instead of computing. So every network can be written whose operations are known, one of a
 * program's own too.
 *
 * @param build makes the model; what it makes is disposed of
 * @param imageSize side of the images in pixels
 * @throws {UserError} if the model uses an operation that is not known, or depends on the number of images
 */
export function traceModel(build: () => EmbeddingModel, imageSize: number): OnnxGraph {
  const [graph, other] = batches.map((batch) => traceBatch(build, imageSize, batch));
  if (isDeepStrictEqual(graph, other)) return graph!;
  throw new UserError(onnxMessages.fixedBatch());
}

function traceBatch(build: () => EmbeddingModel, imageSize: number, batch: number): OnnxGraph {
  const recorder = new Recorder(batch);
  let last = "", embeddingSize = 0;
  onBackend(recorder, () =>
    tf.tidy(() => {
      const model = build();
      try {
        for (const { name, value } of model.parameters.all()) recorder.nameParameter(name, value);
        const pixels = tf.engine().makeTensorFromTensorInfo(recorder.input(inputName, imageSize));
        last = recorder.nameOf(unitEmbeddings(model, normalize(pixels, model)), "plain");
        embeddingSize = model.embeddingSize;
      } finally {
        model.parameters.dispose();
      }
    }));
  const { nodes, constants } = recorder.graph;
  return {
    input: { name: inputName, shape: [3, imageSize, imageSize] },
    output: { name: outputName, shape: [embeddingSize] },
    nodes: nodes.map((node) => node.output === last ? { ...node, output: outputName } : node),
    constants,
  };
}

/** Turns pixels from 0 to 255 into what the network takes, as `normalizeImages` does outside of it. */
function normalize(pixels: tf.Tensor, { normalization: { mean, std } }: EmbeddingModel) {
  const scale = std.map((std) => 1 / (255 * std));
  const shift = mean.map((mean, channel) => -mean / std[channel]!);
  return tf.add<tf.Tensor4D>(tf.mul(pixels, scale), shift);
}

/**
 * Runs something on a backend, and takes the backend away again. Nothing in it waits, so that no other
 * work of the program gets there.
 */
function onBackend(recorder: Recorder, run: () => void): void {
  const before: string | undefined = tf.getBackend();
  const plain = tf.getKernelsForBackend("cpu");
  tf.registerBackend(backendName, () => recorder);
  for (const { kernelName, kernelFunc } of plain) {
    tf.registerKernel({
      kernelName,
      backendName,
      kernelFunc(call) {
        const inputs = call.inputs as Record<string, tf.TensorInfo>;
        const isConstant = Object.values(inputs).every((input) =>
          !input || !recorder.isTraced(input)
        );
        if (isConstant) return kernelFunc(call);
        const operation = operations[kernelName] ?? recorder.refuse(kernelName);
        return operation(recorder, inputs, call.attrs);
      },
    });
  }
  try {
    // TensorFlow.js does this at once, although it returns a promise.
    void tf.setBackend(backendName);
    run();
  } finally {
    if (before) void tf.setBackend(before);
    tf.removeBackend(backendName);
    for (const { kernelName } of plain) tf.unregisterKernel(kernelName, backendName);
  }
}
