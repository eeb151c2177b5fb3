import type { TensorInfo } from "@tensorflow/tfjs";
import type { WebGPUBackend } from "@tensorflow/tfjs-backend-webgpu";
import { runPasses } from "../../runtime/run_passes.ts";
import { foldWorkgroups } from "../../runtime/fold_workgroups.ts";
import wgsl from "./sum_partials.wgsl" with { type: "text" };

const threads = 64;

/**
 * Sums the shares of a sum that workgroups computed apart, and disposes of them. A single share is
 * the sum.
 *
 * @param shares `[count, size]`
 * @param shape of that size
 */
export function sumPartials(
  backend: WebGPUBackend,
  shares: TensorInfo,
  shape: readonly number[],
): TensorInfo {
  const [count, size] = shares.shape as [number, number];
  if (count === 1) return { ...shares, shape: [...shape] };
  const sum = runPasses(backend, {
    name: "FutagoSumShares",
    inputs: { shares },
    outputShape: shape,
    dtype: "float32",
    passes: [{ source: [wgsl], threads, workgroups: foldWorkgroups(Math.ceil(size / threads)) }],
  });
  backend.disposeData(shares.dataId);
  return sum;
}
