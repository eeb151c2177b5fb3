import type { Calibration, HeldOutMetrics } from "../../model_file/model_metadata.ts";
import { thresholdInterval } from "../../evaluation/intervals/threshold_interval.ts";
import { calibrate, chooseThreshold } from "../../evaluation/threshold/calibrate.ts";
import { mapPairMetrics } from "../../evaluation/metrics/pair_metrics.ts";
import { labeledScoresVisitor } from "../../evaluation/scores/label_scores.ts";
import { negativesNeededFor } from "../../dataset/estimate/rule_of_three.ts";
import { pairScoresVisitor } from "../../evaluation/scores/score_pairs.ts";
import { sortScores } from "../../evaluation/scores/sort_scores.ts";
import { forEachSimilarityInParallel } from "../../evaluation/similarities/for_each_similarity_in_parallel.ts";
import type { PixelStore } from "../../images/cache/pixel_store.ts";
import type { UserMessage } from "../../language/user_message.ts";
import type { EmbeddingModel } from "../../model/embedding_model.ts";
import type { CatalogEmbeddings } from "../../verification/embed_catalog.ts";
import { measureAllPairs } from "../../verification/measure_all_pairs.ts";
import type { MeasuredPairs, MeasureProgress } from "../../verification/measured_pairs.ts";
import { embedHeldOut } from "../data/embed_held_out.ts";
import type { TrainingData } from "../data/prepare_data.ts";
import type { TrainSettings } from "../settings/train_settings.ts";
import { reportMessages } from "./messages.ts";

/** Seed of the bootstrap. It is that of `verifyFolder`, so that both give the same intervals. */
const seed = 0;

/** The metrics of a finished model. */
export interface Measurement {
  /** The threshold, and what was measured at it. */
  readonly calibration: Calibration;
  /** Measured on the test identities. */
  readonly heldOut: HeldOutMetrics;
  /** All that was measured on them. */
  readonly test: MeasuredTest;
}

/** The test part with all that was measured on it. */
export interface MeasuredTest extends MeasuredPairs {
  /** Of the images that could be decoded. */
  readonly embeddings: CatalogEmbeddings;
}

/**
 * Chooses the threshold of a finished model on validation identities, and measures all metrics on test
 * identities, each with its confidence interval.
 *
 * @param options.onWarning called if validation cannot support the false accept rate of the settings
 * @param options.onProgress called as the test goes on, and then with the resamples of the threshold's
 *   interval
 */
export async function measureModel(
  { model, settings, data, stores, onWarning, onProgress }: {
    model: EmbeddingModel;
    settings: TrainSettings;
    data: TrainingData;
    stores: { readonly train: PixelStore; readonly validation: PixelStore };
    onWarning?: (warning: UserMessage) => void;
    onProgress?: (progress: MeasureProgress) => void;
  },
): Promise<Measurement> {
  const { far } = settings;
  const known = await embedHeldOut(model, data.validation, stores.validation);
  const pairs = pairScoresVisitor(known.labels), labeled = labeledScoresVisitor(known, { seed });
  await forEachSimilarityInParallel(known, [pairs, labeled]);
  const validation = sortScores(pairs.result());
  const chosen = chooseThreshold(validation, far);
  const { threshold, targetFar, smallestFar } = chosen;
  if (targetFar > far) {
    onWarning?.(
      reportMessages.otherFar({
        far: targetFar.toPrecision(2),
        asked: far,
        negatives: validation.negatives.length,
        needed: negativesNeededFor(far),
        validation: { option: "validation" },
      }),
    );
  }
  const embeddings = await embedHeldOut(model, data.test, stores.train);
  const { scores, ...measured } = await measureAllPairs(embeddings, {
    threshold,
    seed,
    onProgress,
  });
  const { metrics, intervals } = measured;
  const resampled = targetFar < smallestFar ? null : thresholdInterval(labeled.result(), {
    far: targetFar,
    seed,
    onProgress: (done, total) => onProgress?.({ stage: "resampling", done, total }),
  });
  return {
    calibration: {
      ...calibrate(chosen, { validation, heldOut: scores }),
      thresholdInterval: resampled,
      farInterval: intervals?.decided?.far ?? null,
      frrInterval: intervals?.decided?.frr ?? null,
    },
    heldOut: {
      identities: data.test.identities,
      images: embeddings.images.length,
      ...mapPairMetrics((key) => metrics[key]),
      tarAtFar: metrics.tarAtFar,
      intervals: intervals && {
        ...mapPairMetrics((key) => intervals[key]),
        tarAtFar: intervals.tarAtFar,
      },
    },
    test: { ...measured, embeddings },
  };
}
