import { isAnnealed } from "../loop/phases.ts";
import type { EpochValidation } from "../loop/validate.ts";
import { type EpochScore, isBetterEpoch } from "../run_folder/position.ts";
import type { TrainSettings } from "../settings/train_settings.ts";

/** What folds measured at the end of their epochs, `[folds, epochs]`. */
export type ValidationCurves = readonly (readonly EpochValidation[])[];

/** The means of what folds measured after an epoch, from 0. */
export function meanValidation(curves: ValidationCurves, epoch: number): EpochValidation {
  const mean = (key: keyof EpochValidation) =>
    curves.reduce((sum, curve) => sum + curve[epoch]![key], 0) / curves.length;
  return { auc: mean("auc"), eer: mean("eer") };
}

/**
 * Whether the rule for the best epoch can choose an epoch, from 0: if the schedule of the settings lowers
 * the learning rate, only epochs after that, see `isAnnealed`.
 *
 * @param epochs how many the schedule spans
 */
export function isCandidate(
  epoch: number,
  { schedule, epochs }: Pick<TrainSettings, "schedule"> & { readonly epochs: number },
): boolean {
  return isAnnealed((epoch + 1) / epochs, schedule) || !isAnnealed(1, schedule);
}

/**
 * The best epoch by the mean validation AUC of folds, by the rule that a run chooses its own by.
 *
 * @param curves whole ones, of at least one fold
 */
export function bestEpoch(
  curves: ValidationCurves,
  { schedule }: Pick<TrainSettings, "schedule">,
): EpochScore {
  const epochs = curves[0]!.length;
  return curves[0]!
    .map((_, epoch): EpochScore => ({
      epoch,
      auc: meanValidation(curves, epoch).auc,
      annealed: isAnnealed((epoch + 1) / epochs, schedule),
    }))
    .reduce((best, score) => isBetterEpoch(score, best) ? score : best);
}
