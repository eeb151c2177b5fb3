import type { Calibration, HeldOutMetrics } from "../../model_file/model_metadata.ts";
import { bootstrap } from "../../evaluation/intervals/bootstrap.ts";
import { calibrate, chooseThreshold } from "../../evaluation/threshold/calibrate.ts";
import { mapPairMetrics } from "../../evaluation/metrics/pair_metrics.ts";
import { labeledScoresVisitor } from "../../evaluation/scores/label_scores.ts";
import { negativesNeededFor } from "../../dataset/estimate/rule_of_three.ts";
import { pairScoresVisitor } from "../../evaluation/scores/score_pairs.ts";
import { sortScores } from "../../evaluation/scores/sort_scores.ts";
import { forEachSimilarityInParallel } from "../../evaluation/similarities/for_each_similarity_in_parallel.ts";
import type { PixelStore } from "../../images/cache/pixel_store.ts";
import { type Message, message } from "../../language/message.ts";
import type { EmbeddingModel } from "../../model/embedding_model.ts";
import type { CatalogEmbeddings } from "../../verification/embed_catalog.ts";
import type { MeasureProgress } from "../../verification/measured_pairs.ts";
import { measureAllPairs } from "../../verification/measure_all_pairs.ts";
import type { MeasuredPairs } from "../../verification/measured_pairs.ts";
import { embedHeldOut } from "../data/embed_held_out.ts";
import type { TrainingData } from "../data/prepare_data.ts";
import type { TrainSettings } from "../settings/train_settings.ts";

/** Draws the identities of the bootstrap, as `verifyFolder` does, so that both tell the same. */
const seed = 0;

/** What a finished model is worth. */
export interface Measurement {
  readonly calibration: Calibration;
  readonly heldOut: HeldOutMetrics;
  /** What `heldOut` is taken from. */
  readonly test: MeasuredTest;
}

/** The test part with all that was measured on it. */
export interface MeasuredTest extends MeasuredPairs {
  /** Of images that could be decoded. */
  readonly embeddings: CatalogEmbeddings;
}

/**
 * Chooses a finished model's threshold on validation identities, and measures all metrics on test
 * identities, each with its confidence interval.
 *
 * @param onWarning told where validation cannot support the false accept rate that was asked for
 * @param onProgress told how far test is, and then the samples that the threshold's interval takes
 */
export async function measureModel(
  { model, settings, data, stores, onWarning, onProgress }: {
    model: EmbeddingModel;
    settings: TrainSettings;
    data: TrainingData;
    stores: { readonly train: PixelStore; readonly validation: PixelStore };
    onWarning?: (warning: Message) => void;
    onProgress?: (progress: MeasureProgress) => void;
  },
): Promise<Measurement> {
  const { far } = settings;
  const known = await embedHeldOut(model, data.validation, stores.validation);
  const pairs = pairScoresVisitor(known.labels), labeled = labeledScoresVisitor(known, { seed });
  await forEachSimilarityInParallel(known, [pairs, labeled]);
  const validation = sortScores(pairs.result());
  const chosen = chooseThreshold(validation, far);
  const { threshold, policy, targetFar, smallestFar } = chosen;
  if (targetFar > far) {
    onWarning?.(
      message`the threshold is for a false accept rate of ${targetFar.toPrecision(2)}, not ${far}:
        validation has ${validation.negatives.length} negative pairs, and that rate takes
        ${negativesNeededFor(far)}; hold out more with --validation`,
    );
  }
  const embeddings = await embedHeldOut(model, data.test, stores.train);
  const { scores, ...measured } = await measureAllPairs(embeddings, {
    threshold,
    seed,
    onProgress,
  });
  const { metrics, intervals } = measured;
  const resampled = targetFar < smallestFar ? null : bootstrap(
    labeled.result(),
    {
      seed,
      onProgress: (done, total) => onProgress?.({ stage: "resampling", done, total }),
    },
    (sample) => [policy(sample)],
  );
  return {
    calibration: {
      ...calibrate(chosen, { validation, heldOut: scores }),
      thresholdInterval: resampled?.intervals[0] ?? null,
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
