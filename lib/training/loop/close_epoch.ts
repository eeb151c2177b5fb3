import * as tf from "@tensorflow/tfjs";
import { readWeights } from "../../model/weights/weights.ts";
import { noPlateau, watchPlateau } from "../../schedules/plateau.ts";
import type { EpochMetrics } from "../run_folder/epoch_metrics.ts";
import { isBetterEpoch, noSums } from "../run_folder/position.ts";
import { isAnnealed, minerWithWarmUp } from "./phases.ts";
import type { RunProgress } from "./run_progress.ts";
import type { EpochOptions } from "./train_epoch.ts";
import type { TrainSettings } from "../settings/train_settings.ts";
import type { EpochValidation } from "./validate.ts";

/**
 * Ends an epoch that was trained and validated: remembers its weights if they are the best so far, and
 * goes to the next epoch, with the optimizer in training mode.
 *
 * @param validation the metrics of those weights; the optimizer is still in evaluation mode
 * @returns the metrics of the epoch, whether it is the best so far, and whether its AUC is the highest
 */
export async function closeEpoch(
  { settings, model, optimizer, progress }: Pick<
    EpochOptions,
    "settings" | "model" | "optimizer" | "progress"
  >,
  validation: EpochValidation,
): Promise<{ metrics: EpochMetrics; best: boolean; highest: boolean }> {
  const { epoch, best: before, plateau, highestAuc, improvement } = progress.position;
  const { auc } = validation;
  const score = { epoch, auc, annealed: isAnnealed(progress.fraction, settings.schedule) };
  const best = isBetterEpoch(score, before);
  const highest = auc >= (highestAuc ?? before?.auc ?? -Infinity);
  // What came before the first annealed epoch is no measure for those after it, see `isBetterEpoch`.
  const sinceWhen = score.annealed && !before?.annealed ? noPlateau : improvement;
  if (best) progress.bestWeights = await readWeights(model.parameters);
  optimizer.trainMode();
  const metrics = epochMetrics(settings, progress, validation);
  progress.position = {
    ...progress.position,
    epoch: epoch + 1,
    batch: 0,
    sums: noSums,
    best: best ? score : before,
    plateau: watchPlateau(plateau, auc, settings.patience),
    highestAuc: highest ? auc : highestAuc,
    improvement: watchPlateau(sinceWhen, auc, Infinity),
  };
  return { metrics, best, highest };
}

function epochMetrics(
  settings: TrainSettings,
  { position, seconds, fraction, imagesPerSecond, learningRate }: RunProgress,
  { auc, eer }: EpochValidation,
): EpochMetrics {
  const { epoch, step, sums } = position;
  const batches = Math.max(1, sums.batches);
  return {
    epoch,
    step,
    seconds,
    imagesPerSecond,
    learningRate,
    miner: minerWithWarmUp(fraction, settings.miner),
    loss: sums.loss / batches,
    activeFraction: sums.active / Math.max(1, sums.valid),
    meanPositive: sums.meanPositive / batches,
    meanNegative: sums.meanNegative / batches,
    validation: { auc, eer },
    tensors: tf.memory().numTensors,
    residentMebibytes: Deno.memoryUsage().rss / 2 ** 20,
  };
}
