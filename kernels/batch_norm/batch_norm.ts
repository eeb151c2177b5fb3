import * as tf from "@tensorflow/tfjs";
import type { BackendWasm } from "@tensorflow/tfjs-backend-wasm";
import type { WebGPUBackend } from "@tensorflow/tfjs-backend-webgpu";
import * as reference from "../reference/layers/batch_norm.ts";
import * as onWasm from "../wasm/ops/batch_norm.ts";
import { WasmProgram } from "../wasm/runtime/wasm_program.ts";
import * as onWebGpu from "./batch_norm_webgpu.ts";

const forwardName = "FutagoBatchNorm", gradientName = "FutagoBatchNormGradient";

register(
  "webgpu",
  forwardName,
  (inputs, options, backend) => onWebGpu.batchNorm(backend as WebGPUBackend, inputs, options),
);

register(
  "webgpu",
  gradientName,
  (inputs, options, backend) =>
    onWebGpu.batchNormGradient(backend as WebGPUBackend, inputs, options),
);

register(
  "wasm",
  forwardName,
  (inputs, options, backend) =>
    onWasm.batchNorm(WasmProgram.of(backend as BackendWasm), inputs, options),
);

register(
  "wasm",
  gradientName,
  (inputs, options, backend) =>
    onWasm.batchNormGradient(WasmProgram.of(backend as BackendWasm), inputs, options),
);

register("cpu", forwardName, ({ x, scale, offset }, options, backend) => {
  const given = { x: read(x, backend), scale: read(scale, backend), offset: read(offset, backend) };
  const { y, statistics } = reference.batchNorm({ ...given, ...options });
  return [write(y, x.shape, backend), write(statistics, [2, scale.shape[0]!], backend)];
});

register("cpu", gradientName, ({ x, dy, scale, offset }, options, backend) => {
  const given = { x: read(x, backend), scale: read(scale, backend), offset: read(offset, backend) };
  const { dx, sums } = reference.batchNormGradient({ ...given, ...options }, read(dy, backend));
  return [write(dx, x.shape, backend), write(sums, [2, scale.shape[0]!], backend)];
});

/**
 * Normalizes by the batch, scales, shifts and activates on the current backend, with a gradient. It
 * keeps one copy of the activations, the input.
 *
 * @param x `[..., channels]`
 * @param scale `[channels]`
 * @param offset `[channels]`
 * @param onStatistics receives the batch's mean and biased variance, `[2, channels]`
 * @returns of x's shape
 */
export function batchNorm(
  x: tf.Tensor,
  scale: tf.Tensor,
  offset: tf.Tensor,
  options: reference.BatchNormOptions,
  onStatistics: (statistics: tf.Tensor2D) => void,
): tf.Tensor {
  const attributes = options as unknown as tf.NamedAttrMap;
  const normalize = tf.customGrad((...given) => {
    const [x, scale, offset, save] = given as unknown as BatchNormArguments;
    const inputs = { x, scale, offset };
    const [y, statistics] = runAll(forwardName, inputs, attributes);
    onStatistics(statistics as tf.Tensor2D);
    save([x, statistics!, scale, offset]);
    return {
      value: y!,
      gradFunc(dy: tf.Tensor, saved: tf.Tensor[]) {
        const [x, statistics, scale, offset] = saved;
        const inputs = { x, dy, statistics, scale, offset } as unknown as tf.NamedTensorMap;
        const [dx, sums] = runAll(gradientName, inputs, attributes);
        const row = (i: number) => tf.reshape(tf.slice(sums!, [i, 0], [1, -1]), scale!.shape);
        return [dx!, row(1), row(0)];
      },
    };
  });
  return normalize(x, scale, offset);
}

type BatchNormArguments = [
  x: tf.Tensor,
  scale: tf.Tensor,
  offset: tf.Tensor,
  save: tf.GradSaveFunc,
];

function runAll(name: string, inputs: tf.NamedTensorMap, attributes: tf.NamedAttrMap): tf.Tensor[] {
  return tf.engine().runKernel(name, inputs, attributes) as unknown as tf.Tensor[];
}

function register(
  backendName: "webgpu" | "wasm" | "cpu",
  kernelName: string,
  compute: (
    inputs: Record<"x" | "scale" | "offset" | "statistics" | "dy", tf.TensorInfo>,
    options: reference.BatchNormOptions,
    backend: tf.KernelBackend,
  ) => tf.TensorInfo[],
): void {
  tf.registerKernel({
    kernelName,
    backendName,
    kernelFunc: ({ inputs, attrs, backend }) =>
      compute(
        inputs as Parameters<typeof compute>[0],
        attrs as unknown as reference.BatchNormOptions,
        backend as tf.KernelBackend,
      ),
  });
}

function read({ dataId }: tf.TensorInfo, backend: tf.KernelBackend): Float32Array {
  return backend.readSync(dataId) as Float32Array;
}

function write(values: Float64Array, shape: number[], backend: tf.KernelBackend): tf.TensorInfo {
  const dataId = backend.write(Float32Array.from(values), shape, "float32");
  return { dataId, shape, dtype: "float32" };
}
