import type { TensorInfo } from "@tensorflow/tfjs";
import type { WebGPUBackend } from "@tensorflow/tfjs-backend-webgpu";
import { foldWorkgroups, runPasses } from "../../runtime/run_passes.ts";
import wgsl from "./sum_partials.wgsl" with { type: "text" };

const threads = 64;

/**
 * Adds up the partial sums of workgroups, and disposes of them. A single one is the sum.
 *
 * @param partials `[count, size]`
 * @param shape of the sum
 */
export function sumPartials(
  backend: WebGPUBackend,
  partials: TensorInfo,
  shape: readonly number[],
): TensorInfo {
  const [count, size] = partials.shape as [number, number];
  if (count === 1) return { ...partials, shape: [...shape] };
  const sum = runPasses(backend, {
    name: "FutagoSumPartials",
    inputs: { partials },
    outputShape: shape,
    dtype: "float32",
    passes: [{ source: [wgsl], threads, workgroups: foldWorkgroups(Math.ceil(size / threads)) }],
  });
  backend.disposeData(partials.dataId);
  return sum;
}
