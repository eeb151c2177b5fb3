import * as tf from "@tensorflow/tfjs";
import type { PairMetrics } from "../../evaluation/metrics/evaluate_pairs.ts";
import { readWeights } from "../../model/weights/weights.ts";
import { watchPlateau } from "../../schedules/plateau.ts";
import { isBetterEpoch } from "../run_folder/is_better_epoch.ts";
import { noSums } from "../run_folder/epoch_sums.ts";
import { isAnnealed } from "./is_annealed.ts";
import type { EpochMetrics } from "../run_folder/metrics_log.ts";
import { minerWithWarmUp } from "./mining_warm_up.ts";
import type { RunProgress } from "./run_progress.ts";
import type { EpochOptions } from "./train_epoch.ts";
import type { TrainSettings } from "../settings/train_settings.ts";

/**
 * Keeps the weights of an epoch that was trained and validated, if they are the best so far, and
 * turns to the next epoch, with the optimiser in training mode.
 *
 * @param validation the figures of those weights; the optimiser is in evaluation mode still
 * @returns what the epoch came to, and whether it is the best
 */
export async function closeEpoch(
  { settings, model, optimizer: optimiser, progress }: Pick<
    EpochOptions,
    "settings" | "model" | "optimizer" | "progress"
  >,
  validation: PairMetrics,
): Promise<{ metrics: EpochMetrics; best: boolean }> {
  const { epoch, best: kept, plateau } = progress.position;
  const { auc } = validation;
  const rated = { epoch, auc, settled: isAnnealed(progress.fraction, settings.schedule) };
  const best = isBetterEpoch(rated, kept);
  if (best) progress.bestWeights = await readWeights(model.parameters);
  optimiser.trainMode();
  const metrics = epochMetrics(settings, progress, validation);
  progress.position = {
    ...progress.position,
    epoch: epoch + 1,
    batch: 0,
    sums: noSums,
    best: best ? rated : kept,
    plateau: watchPlateau(plateau, auc, settings.patience),
  };
  return { metrics, best };
}

function epochMetrics(
  settings: TrainSettings,
  { position, seconds, fraction: share, imagesPerSecond, learningRate }: RunProgress,
  { auc, eer }: PairMetrics,
): EpochMetrics {
  const { epoch, step, sums } = position;
  const batches = Math.max(1, sums.batches);
  return {
    epoch,
    step,
    seconds,
    imagesPerSecond,
    learningRate,
    miner: minerWithWarmUp(share, settings.miner),
    loss: sums.loss / batches,
    activeShare: sums.active / Math.max(1, sums.valid),
    meanPositive: sums.meanPositive / batches,
    meanNegative: sums.meanNegative / batches,
    validation: { auc, eer },
    tensors: tf.memory().numTensors,
    residentMebibytes: Deno.memoryUsage().rss / 2 ** 20,
  };
}
