import { cosineAnnealing } from "./cosine_annealing.ts";
import type { ScheduleName } from "./schedule_name.ts";

/** How the learning rate changes over a run. */
export interface ScheduleSettings {
  readonly schedule: ScheduleName;
  /** The highest of the run, above 0. */
  readonly learningRate: number;
  /** Steps of the optimiser that lead up to it. */
  readonly warmUp: number;
  /**
   * What the learning rate is multiplied with: every epoch by "exponential", every `stepSize` epochs
   * by "step", at every stand by "plateau". Null is a tenth, but for "exponential" what leads down to
   * a hundredth at the run's end.
   */
  readonly gamma: number | null;
  /** Null is a third of the run. */
  readonly stepSize: number | null;
  /** Where "cosine" ends, at most `learningRate`; null is a hundredth of that. */
  readonly minimumRate: number | null;
}

/** Where in a run a step stands. */
export interface SchedulePlace {
  /** Steps of the optimiser before it. */
  readonly step: number;
  /** From 0. */
  readonly epoch: number;
  /** The share of the run that is done, 0 to 1. */
  readonly progress: number;
  /** How often the plateau's watch has lowered the learning rate. */
  readonly drops: number;
}

/** The lowest share of the learning rate, where the run's end decides on it. */
const floor = 0.01;
const usualGamma = 0.1;
const usualSteps = 3;

/**
 * The learning rate of a step: a linear warm-up over the first, times the schedule: constant; half a
 * cosine down to `minimumRate`; a drop whenever validation stands still; drops at equal distances; or
 * an exponential. The cosine falls at every step, where the run's end is the end. PyTorch's `CosineAnnealingLR`, `ReduceLROnPlateau`, `StepLR`, `ExponentialLR`.
 */
export function learningRateAt(place: SchedulePlace, settings: ScheduleSettings): number {
  const { learningRate, warmUp } = settings;
  return learningRate * Math.min(1, (place.step + 1) / warmUp) * shares[settings.schedule](
    { ...place, progress: Math.min(1, place.progress) },
    settings,
  );
}

const shares: Record<
  ScheduleName,
  (place: SchedulePlace, settings: ScheduleSettings) => number
> = {
  constant: () => 1,
  cosine: ({ progress }, { learningRate, minimumRate }) =>
    cosineAnnealing(progress, minimumRate === null ? floor : minimumRate / learningRate),
  plateau: ({ drops }, { gamma }) => (gamma ?? usualGamma) ** drops,
  step({ epoch, progress }, { gamma, stepSize }) {
    const drops = stepSize === null
      ? Math.min(usualSteps - 1, Math.floor(progress * usualSteps))
      : Math.floor(epoch / stepSize);
    return (gamma ?? usualGamma) ** drops;
  },
  exponential: ({ epoch, progress }, { gamma }) =>
    gamma === null ? floor ** progress : gamma ** epoch,
};
