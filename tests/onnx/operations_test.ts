import * as tf from "@tensorflow/tfjs";
import assert from "node:assert/strict";
import type { Parameters } from "../../lib/model/layers/parameters.ts";
import { createEmbeddingModel, type EmbeddingModel } from "../../lib/model/embedding_model.ts";
import { embedImages } from "../../lib/model/embed_images.ts";
import { encodeOnnx } from "../../lib/onnx/file/encode_onnx.ts";
import { foldScales } from "../../lib/onnx/file/fold_scales.ts";
import { traceModel } from "../../lib/onnx/trace/trace_model.ts";
import { draws } from "../model/backbones/formula.ts";
import { needs } from "../needs.ts";
import { embeddingSize, furthest, pictures, toChannelsFirst } from "./fixtures.ts";
import { type OnnxJob, runOnnx } from "./run_onnx.ts";

const imageSize = 16, side = 7, channels = 6;

/** What a network does with images, `[n, 7, 7, 6]`. */
type Body = (x: tf.Tensor4D) => tf.Tensor;

/** Constant values that are the same each time. */
function constant(...shape: number[]): tf.Tensor {
  return tf.tensor(draws(`${shape}`, tf.util.sizeFromShape(shape)), shape);
}

/** A model of a convolution, so that axes lie as in a network, a body, and the head. */
function modelOf(body: Body): EmbeddingModel {
  const shape = tf.tidy(() => body(tf.zeros([3, side, side, channels])).shape);
  const features = tf.util.sizeFromShape(shape.slice(1));
  return createEmbeddingModel({
    backbone: {
      name: "body",
      imageSize,
      mean: [0.4, 0.5, 0.6],
      std: [0.2, 0.3, 0.25],
      supportsDropPath: false,
      build(parameters: Parameters) {
        const traits = { kind: "convolution" } as const;
        const filter = parameters.create("filter", [4, 4, 3, channels], { std: 0.2 }, traits);
        return {
          features,
          apply(images) {
            const x = tf.conv2d(images, filter as unknown as tf.Tensor4D, 2, "valid");
            return tf.reshape(body(x), [-1, features]);
          },
        };
      },
    },
    imageSize,
    embeddingSize,
    seed: 1,
  });
}

/** The graph of a model, with three images and with two, and TensorFlow.js's embeddings of the images. */
async function jobOf(body: Body): Promise<{ job: OnnxJob; expected: Float32Array }> {
  const images = pictures(3, imageSize);
  const model = modelOf(body);
  const expected = await embedImages(model, images, imageSize);
  model.parameters.dispose();
  const graph = foldScales(traceModel(() => modelOf(body), imageSize));
  const batches = [3, 2].map((count) => toChannelsFirst(images.slice(0, count), imageSize));
  return { job: { model: encodeOnnx(graph, {}), imageSize, batches }, expected };
}

const positive: Body = (x) => tf.add(tf.abs(x), 0.1);

const bodies: Readonly<Record<string, Body>> = {
  abs: (x) => tf.abs(x),
  ceil: (x) => tf.ceil(x),
  cos: (x) => tf.cos(x),
  elu: (x) => tf.elu(x),
  erf: (x) => tf.erf(x),
  exp: (x) => tf.exp(x),
  floor: (x) => tf.floor(x),
  log: (x) => tf.log(positive(x)),
  neg: (x) => tf.neg(x),
  reciprocal: (x) => tf.reciprocal(positive(x)),
  relu: (x) => tf.relu(x),
  relu6: (x) => tf.relu6(tf.mul(x, 5)),
  rsqrt: (x) => tf.rsqrt(positive(x)),
  selu: (x) => tf.selu(x),
  sigmoid: (x) => tf.sigmoid(x),
  sin: (x) => tf.sin(x),
  softplus: (x) => tf.softplus(x),
  sqrt: (x) => tf.sqrt(positive(x)),
  square: (x) => tf.square(x),
  tanh: (x) => tf.tanh(x),
  "leaky relu": (x) => tf.leakyRelu(x, 0.3),
  "clip by value": (x) => tf.clipByValue(x, -0.5, 0.25),
  prelu: (x) => tf.prelu(x, constant(channels)),
  "prelu of places": (x) => tf.prelu(x, constant(side, side, 1)),
  softmax: (x) => tf.softmax(x),
  "softmax of rows": (x) => tf.softmax(tf.reshape(x, [-1, side * side, channels])),

  "a sum with a number": (x) => tf.add(x, 2),
  "a sum with channels, and a product": (x) =>
    tf.mul(tf.add(constant(channels), x), constant(channels)),
  "a product with places": (x) => tf.mul(x, constant(side, side, 1)),
  "a product with one image": (x) => tf.mul(x, constant(1, side, side, channels)),
  "differences both ways": (x) => tf.sub(tf.sub(1, x), tf.sub(x, constant(channels))),
  quotients: (x) => tf.div(tf.div(x, 3), positive(x)),
  powers: (x) => tf.pow(positive(x), 1.5),
  extremes: (x) => tf.maximum(tf.minimum(x, 0.5), tf.mul(x, constant(channels))),
  "squared difference": (x) => tf.squaredDifference(x, constant(channels)),
  "images and their means": (x) => tf.sub(x, tf.mean(x, [1, 2], true)),
  "images and rows of them": (x) => tf.mul(x, tf.reshape(tf.mean(x, [1, 2]), [-1, 1, 1, channels])),
  "a gate that one place of all images shares": (x) => tf.mul(x, tf.sigmoid(tf.max(x, 3, true))),

  "a strided convolution that pads one end": (x) =>
    tf.conv2d(x, constant(2, 2, channels, 5) as tf.Tensor4D, 2, "same"),
  "a dilated convolution": (x) =>
    tf.conv2d(x, constant(3, 3, channels, 5) as tf.Tensor4D, 1, "same", "NHWC", 2),
  "a convolution with pads of its own": (x) =>
    tf.conv2d(x, constant(3, 2, channels, 5) as tf.Tensor4D, [2, 1], [[0, 0], [2, 0], [1, 1], [
      0,
      0,
    ]]),
  "a depthwise convolution of two filters a channel": (x) =>
    tf.depthwiseConv2d(x, constant(3, 3, channels, 2) as tf.Tensor4D, 2, "same"),
  "a separable convolution": (x) =>
    tf.separableConv2d(
      x,
      constant(3, 3, channels, 1) as tf.Tensor4D,
      constant(1, 1, channels, 4) as tf.Tensor4D,
      1,
      "valid",
    ),
  "a convolution whose output is used twice": (x) => {
    const y = tf.conv2d(x, constant(1, 1, channels, 4) as tf.Tensor4D, 1, "same");
    return tf.add(tf.mul(y, 2), tf.mul(y, constant(4)));
  },
  "two convolutions by one filter": (x) => {
    const filter = constant(1, 1, channels, channels) as tf.Tensor4D;
    const again = (y: tf.Tensor4D) =>
      tf.mul<tf.Tensor4D>(tf.conv2d(y, filter, 1, "same"), constant(channels));
    return again(again(x));
  },
  "a convolution, scales and offsets in turns": (x) => {
    const y = tf.conv2d(x, constant(1, 1, channels, 4) as tf.Tensor4D, 1, "same");
    return tf.mul(tf.add(tf.mul(tf.add(y, constant(4)), 3), 0.5), constant(1, 1, 1, 4));
  },
  "a convolution, and an offset of places": (x) => {
    const y = tf.conv2d(x, constant(1, 1, channels, side) as tf.Tensor4D, 1, "same");
    return tf.add(y, constant(side, 1));
  },
  "fused operations": (x) => {
    const filter = constant(3, 3, channels, 8) as tf.Tensor4D, bias = constant(8);
    const strides = 1, pad = "same";
    const y = tf.fused.conv2d({ x, filter, strides, pad, bias, activation: "relu" });
    const each = constant(3, 3, 8, 1) as tf.Tensor4D;
    const z = tf.fused.depthwiseConv2d({ x: y, filter: each, strides, pad, activation: "relu6" });
    const a = tf.reshape(z, [-1, side * side * 8]) as tf.Tensor2D;
    const b = tf.mul(constant(side * side * 8, 5), 0.02) as tf.Tensor2D;
    return tf.fused.matMul({ a, b, bias: constant(5), activation: "sigmoid" });
  },
  "batch normalization": (x) =>
    tf.batchNorm(x, constant(channels) as tf.Tensor1D, tf.abs(constant(channels)) as tf.Tensor1D),
  "batch normalization with scale and offset": (x) => {
    const vector = constant(channels) as tf.Tensor1D;
    return tf.batchNorm(x, vector, tf.abs(vector) as tf.Tensor1D, vector, vector, 0.01);
  },
  "local means": (x) => tf.avgPool(x, 3, 2, "same"),
  "local maxima": (x) => tf.maxPool(x, [2, 3], [2, 1], "valid"),

  "means of channels": (x) => tf.mean(x, 3),
  "sums of rows": (x) => tf.sum(x, 1),
  "sums of columns, kept": (x) => tf.sum(x, 2, true),
  "minima of channels and rows": (x) => tf.min(x, [1, 3]),
  "maxima of places": (x) => tf.max(x, [1, 2]),
  "products of channels": (x) => tf.prod(x, [-1]),
  "one number an image": (x) =>
    tf.reshape(tf.mul(constant(4), tf.mean(x, [1, 2, 3], true)), [-1, 4]),

  flat: (x) => tf.reshape(x, [x.shape[0], -1]),
  "images again": (x) => tf.add(tf.reshape(tf.reshape(x, [-1, side * channels]), x.shape), x),
  squeezed: (x) => tf.squeeze(tf.mean(x, [1, 2], true), [1, 2]),
  expanded: (x) => tf.mul(x, tf.expandDims(tf.expandDims(tf.mean(x, [1, 2]), 1), -2)),
  transposed: (x) => tf.transpose(x, [0, 3, 1, 2]),
  padded: (x) => tf.pad(x, [[0, 0], [1, 0], [0, 2], [3, 1]], 0.5),
  "padded rows": (x) =>
    tf.pad(tf.reshape(x, [-1, side * side, channels]), [[0, 0], [2, 1], [0, 1]]),
  "joined channels": (x) => tf.concat([x, tf.relu(x)], 3),
  "joined rows of images": (x) => tf.concat([tf.neg(x), x], 1),
  "joined rows": (x) => tf.concat([tf.mean(x, [1, 2]), tf.max(x, [1, 2])], -1),
  "a part": (x) => tf.slice(x, [0, 1, 2, 3], [-1, 4, -1, 2]),
  "all of it": (x) => tf.slice(x, [0, 0, 0, 0], [-1, -1, -1, -1]),
  "channels in turns": (x) => {
    const [a, b, c] = tf.split(x, 3, 3);
    return tf.concat([c!, tf.relu(a!), b!], 3);
  },
  "shuffled channels": (x) => {
    const groups = tf.reshape(x, [-1, side * side, 2, channels / 2]);
    return tf.relu(tf.reshape(tf.transpose(groups, [0, 1, 3, 2]), [-1, side, side, channels]));
  },
  attention: (x) => {
    const rows = tf.reshape(x, [-1, side * side, channels]) as tf.Tensor3D;
    const weights = tf.softmax(tf.mul(tf.matMul(rows, rows, false, true), 0.4));
    return tf.matMul(weights, rows);
  },
  "products of matrices": (x) => {
    const rows = tf.reshape(x, [-1, side * side, channels]);
    return tf.matMul(tf.matMul(rows, rows, true, false), constant(channels, 3));
  },
  "a linear layer in between": (x) =>
    tf.relu(
      tf.add(tf.matMul(tf.mean(x, [1, 2]) as tf.Tensor2D, constant(channels, 9)), constant(9)),
    ),
  "a constant of more axes": (x) => {
    const y = tf.conv2d(x, constant(1, 1, channels, channels) as tf.Tensor4D, 1, "same");
    const more = tf.add(y, constant(1, 1, 1, 1, channels));
    return tf.reshape(tf.transpose(more, [1, 0, 4, 3, 2]), [-1, side * side * channels]);
  },
  "a linear layer, and a constant of more axes": (x) => {
    const y = tf.matMul(tf.mean(x, [1, 2]) as tf.Tensor2D, constant(channels, 9));
    return tf.reshape(tf.transpose(tf.mul(tf.add(y, constant(1, 1, 9)), 2), [1, 2, 0]), [-1, 9]);
  },
  "a number of more axes": (x) => {
    const rows = tf.matMul(tf.mean(x, [1, 2]) as tf.Tensor2D, constant(channels, 9));
    return tf.reshape(tf.transpose(tf.add(rows, tf.ones([1, 1, 1])), [1, 2, 0]), [-1, 9]);
  },
  "constants of constants": (x) =>
    tf.mul(x, tf.cumsum(tf.softmax(tf.slice(constant(2 * channels), [1], [channels])))),
};

Deno.test({
  name: "ONNX Runtime computes as TensorFlow.js",
  ...needs({ read: true, write: true, run: true }),
  async fn(t) {
    await tf.setBackend("cpu");
    const names = Object.keys(bodies);
    const cases: Awaited<ReturnType<typeof jobOf>>[] = [];
    for (const name of names) cases.push(await jobOf(bodies[name]!));
    const found = await runOnnx(cases.map(({ job }) => job));
    for (const [i, name] of names.entries()) {
      await t.step(name, () => {
        for (const embeddings of found[i]!) {
          const far = furthest(embeddings, cases[i]!.expected);
          assert.ok(far <= 2e-6, `off by ${far}`);
        }
      });
    }
  },
});

const refused: Readonly<Record<string, [Body, RegExp]>> = {
  "an operation that is not known": [(x) => tf.cumsum(x, 1), /operation Cumsum,/],
  "a form that is not known": [
    (x) => tf.cast(tf.cast(x, "int32"), "float32"),
    /operation Cast \(int32\),/,
  ],
  "a filter from images": [
    (x) => tf.conv2d(x, tf.reshape(tf.mean(x, 0), [side, side, channels, 1]), 1, "same"),
    /operation Conv2D \(filter from images\),/,
  ],
  "values that it reads": [(x) => tf.mul(x, x.dataSync()[0]!), /reads the values/],
  "a constant with a row for each image": [
    (x) => tf.concat([tf.reshape(x, [x.shape[0], -1]), tf.ones([x.shape[0], 1])], 1),
    /depends on the number of images/,
  ],
  "a factor from the number of images": [
    (x) => tf.div(x, x.shape[0]),
    /depends on the number of images/,
  ],
};
for (const [name, [body, message]] of Object.entries(refused)) {
  Deno.test(`refused: ${name}`, async () => {
    await tf.setBackend("cpu");
    const { numTensors } = tf.memory();
    assert.throws(() => traceModel(() => modelOf(body), imageSize), { name: "UserError", message });
    assert.equal(tf.memory().numTensors, numTensors);
    assert.equal(tf.getBackend(), "cpu");
  });
}

Deno.test("a trace leaves nothing in TensorFlow.js", async () => {
  await tf.setBackend("cpu");
  const kernels = () => tf.getKernelsForBackend("futago-onnx").length;
  const { numTensors } = tf.memory();
  traceModel(() => modelOf((x) => tf.relu(x)), imageSize);
  assert.equal(tf.memory().numTensors, numTensors);
  assert.equal(tf.getBackend(), "cpu");
  assert.equal(kernels(), 0);
  assert.equal(tf.findBackendFactory("futago-onnx"), null);
});
