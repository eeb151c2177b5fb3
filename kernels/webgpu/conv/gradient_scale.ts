import type { TensorInfo } from "@tensorflow/tfjs";
import type { WebGPUBackend } from "@tensorflow/tfjs-backend-webgpu";
import { runPasses } from "../../runtime/run_passes.ts";
import scale from "./gradient_scale.wgsl" with { type: "text" };
import maxMagnitude from "./max_magnitude.wgsl" with { type: "text" };
import type { ComputePrecision } from "../matmul/compute_precision.ts";

/** How a program that multiplies a gradient knows its `gradientScale()`. */
export interface GradientScale {
  /** What it reads beside its own. */
  readonly inputs: Readonly<Record<string, TensorInfo>>;
  readonly source: string;
  /** Frees what was found out of the gradient; belongs after the program's launch. */
  dispose(): void;
}

const threads = 256;
const workgroups = 64;

/**
 * Finds what a gradient is to be scaled by on its way into tiles: 1 in single precision. Halves lack
 * the range of gradients, which is why training in halves scales the loss (Micikevicius et al. 2018,
 * Mixed Precision Training); scaling each gradient by its own largest number has no scale to find, and
 * no step to leave out where it was too high.
 */
export function gradientScale(
  backend: WebGPUBackend,
  dy: TensorInfo,
  precision: ComputePrecision,
): GradientScale {
  if (precision === "f32") {
    return { inputs: {}, source: "fn gradientScale() -> f32 { return 1.0; }", dispose() {} };
  }
  const values = { ...dy, shape: [dy.shape.reduce((size, length) => size * length, 1)] };
  const largest = runPasses(backend, {
    name: "FutagoMaxMagnitude",
    inputs: { values },
    outputShape: [1 + workgroups],
    dtype: "float32",
    passes: [0, 1].map((gather) => ({
      source: [maxMagnitude],
      constants: { WORKGROUPS: workgroups, GATHER: gather },
      threads,
      workgroups: [gather ? 1 : workgroups, 1],
    })),
  });
  return { inputs: { largest }, source: scale, dispose: () => backend.disposeData(largest.dataId) };
}
