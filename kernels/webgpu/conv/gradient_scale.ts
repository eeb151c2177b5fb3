import type { TensorInfo } from "@tensorflow/tfjs";
import type { WebGPUBackend } from "@tensorflow/tfjs-backend-webgpu";
import { runPasses } from "../../runtime/run_passes.ts";
import scale from "./gradient_scale.wgsl" with { type: "text" };
import maxMagnitude from "./max_magnitude.wgsl" with { type: "text" };
import type { ComputePrecision } from "../matmul/compute_precision.ts";

/** The scale of a gradient in a program that multiplies it, `gradientScale()` in WGSL. */
export interface GradientScale {
  /** Inputs to add to the program's own. */
  readonly inputs: Readonly<Record<string, TensorInfo>>;
  /** WGSL that defines `gradientScale()`. */
  readonly source: string;
  /** Frees the inputs. Call it after the program's launch. */
  dispose(): void;
}

const threads = 256;
const workgroups = 64;

/**
 * Finds the scale of a gradient in tiles: 1 in float32. Float16 lacks the range of gradients, so mixed
 * precision training usually scales the loss (Micikevicius et al. 2018, Mixed Precision Training).
 * Scaling each gradient by its own largest magnitude needs no search for a scale, and skips no step
 * because the scale was too high.
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
