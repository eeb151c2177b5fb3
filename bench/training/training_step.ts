import type { ComputePrecision } from "../../kernels/webgpu/matmul/compute_precision.ts";
import type { BackendName } from "../../lib/backends/open_backend.ts";
import { countLaunches, type Launches } from "../timing/count_launches.ts";
import { median } from "../timing/median.ts";
import { prepareStep, type StepOptions } from "./prepare_step.ts";

/** The cost of a training step, with its readback. */
export interface TrainingStepFigures {
  readonly backend: BackendName;
  /** Why this backend, or which adapter. */
  readonly reason: string;
  readonly backbone: string;
  readonly batch: number;
  readonly imageSize: number;
  readonly precision: ComputePrecision;
  /** Median of the steps after the first, which also compiles. */
  readonly secondsPerStep: number;
  readonly imagesPerSecond: number;
  /** Launches and copies of a step; null where the backend is not WebGPU. */
  readonly launchesPerStep: Launches | null;
}

/**
 * Measures training steps: see {@linkcode prepareStep}.
 *
 * @param options.steps how many steps to take after the first
 */
export async function benchTrainingStep(
  { steps, ...options }: StepOptions & { readonly steps: number },
): Promise<TrainingStepFigures> {
  const { step, dispose, parameters: _, ...what } = await prepareStep(options);
  const launchesPerStep = await countLaunches(step);
  const seconds: number[] = [];
  while (seconds.length < steps) {
    const start = performance.now();
    await step();
    seconds.push((performance.now() - start) / 1000);
  }
  dispose();
  const secondsPerStep = median(seconds);
  return {
    ...what,
    secondsPerStep,
    imagesPerSecond: what.batch / secondsPerStep,
    launchesPerStep,
  };
}

/** A training step for people to read. */
export function stepRow(step: TrainingStepFigures, how = ""): [string, string] {
  const { backend, backbone, batch, imageSize, launchesPerStep } = step;
  return [
    `training step, ${backbone}, ${batch} x ${imageSize} px, ${backend}${how}`,
    `${(1000 * step.secondsPerStep).toFixed(0)} ms, ${step.imagesPerSecond.toFixed(0)} images/s` +
    (launchesPerStep
      ? `, ${launchesPerStep.programs} launches, ${launchesPerStep.copies} copies`
      : ""),
  ];
}
