import { defaultGamma, defineSchedule, type ScheduleDefinition } from "./schedule_definition.ts";

/** Drops by `gamma` whenever validation stops improving, as PyTorch's `ReduceLROnPlateau`. */
export const plateau: ScheduleDefinition<"plateau"> = defineSchedule({
  name: "plateau",
  fractionAt: ({ drops }, { gamma }) => (gamma ?? defaultGamma) ** drops,
});

/** What is known of a validation metric that may have stopped rising. */
export interface Plateau {
  /** The highest value that counted as better; null before the first. */
  readonly best: number | null;
  /** Epochs since then, or since the last drop. */
  readonly badEpochs: number;
  /** How often the learning rate was lowered. */
  readonly drops: number;
}

/** Before the first epoch. */
export const noPlateau: Plateau = { best: null, badEpochs: 0, drops: 0 };

/** A value is better if it is above the best times this: PyTorch's threshold. */
const threshold = 1 + 1e-4;

/**
 * Takes in the metric of an epoch, as PyTorch's `ReduceLROnPlateau` does for one that should rise.
 *
 * @param metric of validation, at least 0
 * @param patience epochs to wait for a better one; the next without lowers the learning rate
 */
export function watchPlateau(
  { best, badEpochs, drops }: Plateau,
  metric: number,
  patience: number,
): Plateau {
  if (best === null || metric > best * threshold) return { best: metric, badEpochs: 0, drops };
  if (badEpochs < patience) return { best, badEpochs: badEpochs + 1, drops };
  return { best, badEpochs: 0, drops: drops + 1 };
}
