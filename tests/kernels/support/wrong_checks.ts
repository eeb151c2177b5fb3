import * as tf from "@tensorflow/tfjs";
import type { WebGPUBackend } from "@tensorflow/tfjs-backend-webgpu";
import {
  type CheckTensors,
  defineCheck,
  type KernelCheck,
} from "../../../kernels/checks/kernel_check.ts";
import { vector } from "../../../kernels/checks/sample_values.ts";
import { runPasses } from "../../../kernels/runtime/run_passes.ts";

/** A kernel that should double four values. */
export function doubling(
  kernel: string,
  run: (inputs: CheckTensors<"x">) => tf.Tensor[],
): KernelCheck {
  return defineCheck({
    kernel,
    tolerance: 1e-5,
    inputs: () => ({ x: vector(Float32Array.of(1, 2, 3, 4)) }),
    run,
    expected: ({ x: { values } }) => [Array.from(values, (value) => 2 * value)],
  });
}

/** Kernels that are wrong, each in its way; the first by a little. */
export const wrongChecks: readonly KernelCheck[] = [
  doubling("a little off", () => [tf.tensor1d([2, 4, 6.001, 8])]),
  doubling("not a number", () => [tf.tensor1d([2, 4, NaN, 8])]),
  doubling("infinite", () => [tf.tensor1d([2, 4, Infinity, 8])]),
  doubling("too short", () => [tf.tensor1d([2, 4, 6])]),
  doubling("nothing", () => []),
  doubling("broken", () => {
    throw new Error("no such kernel");
  }),
];

/** A kernel on WebGPU whose shader no compiler accepts. */
export const uncompiledCheck: KernelCheck = {
  ...doubling("uncompiled", ({ x }) => {
    const output = runPasses(tf.backend() as WebGPUBackend, {
      name: "FutagoUncompiled",
      inputs: { x },
      outputShape: [4],
      dtype: "float32",
      passes: [{
        source: ["fn main() { result[globalId.x] = 2 * x[globalId.x] * uniforms.none; }"],
        threads: 4,
        workgroups: [1, 1],
      }],
    });
    return [tf.engine().makeTensorFromTensorInfo(output)];
  }),
  backend: "webgpu",
};
