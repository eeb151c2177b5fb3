import type { Calibration, HeldOutMetrics } from "../../model_file/model_metadata.ts";
import { thresholdInterval } from "../../evaluation/intervals/threshold_interval.ts";
import { calibrate, chooseThreshold } from "../../evaluation/threshold/calibrate.ts";
import { mapPairMetrics } from "../../evaluation/metrics/pair_metrics.ts";
import { labeledScoresVisitor } from "../../evaluation/scores/label_scores.ts";
import { pairScoresVisitor } from "../../evaluation/scores/score_pairs.ts";
import { countScores, sortScores } from "../../evaluation/scores/sort_scores.ts";
import { joinEmbeddings } from "../../evaluation/similarities/embeddings.ts";
import { forEachSimilarityInParallel } from "../../evaluation/similarities/for_each_similarity_in_parallel.ts";
import type { EmbeddingModel } from "../../model/embedding_model.ts";
import type { CatalogEmbeddings } from "../../verification/embed_catalog.ts";
import { measureAllPairs } from "../../verification/measure_all_pairs.ts";
import type { MeasuredPairs, MeasureProgress } from "../../verification/measured_pairs.ts";
import { embedHeldOut } from "../data/embed_held_out.ts";
import type { TrainingData } from "../data/prepare_data.ts";
import type { Stores } from "../data/split_images.ts";
import type { TrainSettings } from "../settings/train_settings.ts";

/** Seed of the bootstrap. It is that of `verifyFolder`, so that both give the same intervals. */
const seed = 0;

/** The metrics of a finished model. */
export interface Measurement {
  /** The threshold, and what was measured at it. */
  readonly calibration: Calibration;
  /** Measured on the test identities, or without these on the validation identities. */
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
 * The negative pairs that choose the threshold are those of validation identities with each other and
 * with training identities, each pair counting once. A few validation identities alone are a matter of
 * luck, and training identities alone are told apart too well: `bench/RESULTS.md` has the study.
 *
 * @param options.onProgress called as the test goes on, and then with the resamples of the threshold's
 *   interval
 */
export async function measureModel(
  { model, settings, data, stores, onProgress }: {
    model: EmbeddingModel;
    settings: TrainSettings;
    data: TrainingData;
    stores: Stores;
    onProgress?: (progress: MeasureProgress) => void;
  },
): Promise<Measurement> {
  const { far } = settings;
  const own = await embedHeldOut(model, data.validation, stores.validation);
  const training = { catalog: data.catalog, images: data.joined };
  const known = joinEmbeddings(own, await embedHeldOut(model, training, stores.train));
  const pairs = pairScoresVisitor(known);
  const labeled = labeledScoresVisitor(known, { seed });
  await forEachSimilarityInParallel(known, [pairs, labeled]);
  const validation = sortScores(pairs.result());
  const chosen = chooseThreshold(validation, far);
  const { threshold, targetFar, smallestFar } = chosen;
  const { measuredOn } = data;
  const embeddings = measuredOn === "validation"
    ? own
    : await embedHeldOut(model, data.test, stores.test);
  const { scores, labeled: _, ...measured } = await measureAllPairs(embeddings, {
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
      chosenBy: {
        validationIdentities: new Set(own.labels).size,
        trainingIdentities: new Set(known.labels.subarray(known.joinedFrom)).size,
        negativePairs: countScores(validation).negativePairs,
      },
      thresholdInterval: resampled,
      farInterval: intervals?.decided?.far ?? null,
      frrInterval: intervals?.decided?.frr ?? null,
    },
    heldOut: {
      part: measuredOn,
      identities: data[measuredOn].identities,
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
