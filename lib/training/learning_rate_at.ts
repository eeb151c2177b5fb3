import type { TrainSettings } from "./train_settings.ts";

const warmUpSteps = 20;
/** The cosine's end, as a share of the learning rate. */
const floor = 0.01;

/**
 * The learning rate of a step: a linear warm-up over the first steps, then constant, or half a cosine
 * down to a hundredth (Loshchilov and Hutter, 2017).
 *
 * @param step 0 for the first
 * @param progress how much of the run is done, 0 to 1
 */
export function learningRateAt(
  step: number,
  progress: number,
  { schedule, learningRate }: Pick<TrainSettings, "schedule" | "learningRate">,
): number {
  const warmUp = Math.min(1, (step + 1) / warmUpSteps);
  if (schedule === "constant") return learningRate * warmUp;
  const cosine = (1 + Math.cos(Math.PI * Math.min(1, progress))) / 2;
  return learningRate * warmUp * (floor + (1 - floor) * cosine);
}
