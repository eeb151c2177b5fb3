import type { TrainingStepFigures } from "../training/training_step.ts";

/** A training step for people. */
export function stepRow(step: TrainingStepFigures, how: string): [string, string] {
  const { backend, backbone, batch, imageSize, launchesPerStep } = step;
  return [
    `training step, ${backbone}, ${batch} x ${imageSize} px, ${backend}${how}`,
    `${(1000 * step.secondsPerStep).toFixed(0)} ms, ${step.imagesPerSecond.toFixed(0)} images/s` +
    (launchesPerStep
      ? `, ${launchesPerStep.programs} launches, ${launchesPerStep.copies} copies`
      : ""),
  ];
}
