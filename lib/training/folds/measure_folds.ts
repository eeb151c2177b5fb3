import type { Catalog } from "../../dataset/catalog/catalog.ts";
import { thresholdInterval } from "../../evaluation/intervals/threshold_interval.ts";
import { bootstrapIntervals } from "../../evaluation/intervals/bootstrap_intervals.ts";
import { metricsByIdentity } from "../../evaluation/metrics/metrics_by_identity.ts";
import { evaluatePairs } from "../../evaluation/metrics/evaluate_pairs.ts";
import { mapPairMetrics } from "../../evaluation/metrics/pair_metrics.ts";
import {
  concatenateLabeledScores,
  concatenateScores,
} from "../../evaluation/scores/concatenate_scores.ts";
import { type HardestPairs, hardestPairs } from "../../evaluation/scores/hardest_pairs.ts";
import { labelScores } from "../../evaluation/scores/label_scores.ts";
import { type Embeddings, joinEmbeddings } from "../../evaluation/similarities/embeddings.ts";
import { pooledSupport } from "../../dataset/estimate/pooled_support.ts";
import type { LabeledScores } from "../../evaluation/scores/pair_scores.ts";
import { scorePairs } from "../../evaluation/scores/score_pairs.ts";
import { sortScores } from "../../evaluation/scores/sort_scores.ts";
import { calibrateFolds } from "../../evaluation/threshold/calibrate_folds.ts";
import type { FoldMetrics } from "../../reporting/report/content/report_content.ts";
import type { CatalogEmbeddings } from "../../verification/embed_catalog.ts";
import { HARDEST_COUNT } from "../../verification/measure_all_pairs.ts";
import type { MeasureProgress } from "../../verification/measured_pairs.ts";
import { measureScores } from "../../verification/measure_scores.ts";
import type { Measurement } from "../report/measure_model.ts";
import type { TrainedFold } from "./train_folds.ts";

/** Seed of the bootstrap, that of all measurements. */
const seed = 0;
/** Of each fold, so many pairs of a kind take part in the bootstrap, over all folds. */
const mostPairs = 250_000;

/** The metrics of a run with folds. */
export interface FoldsMeasurement extends Measurement {
  /** What each fold measured. */
  readonly folds: readonly FoldMetrics[];
}

/**
 * Pools what the folds of a run measured: the pairs within each fold, scored by the model that has not seen
 * its identities. Pairs across folds have no such model, and models do not share a scale of similarities.
 * The threshold is chosen on these pairs and on those of each fold with identities that its model trained
 * on, as in a run without folds, see `measureModel`; its rates are those of the pairs within each fold at
 * the threshold that the other folds choose.
 *
 * @param options.far the false accept rate to choose the threshold for
 * @param options.onProgress called with the resamples of the intervals
 */
export function measureFolds(
  folds: readonly TrainedFold[],
  { catalog, far, onProgress }: {
    catalog: Pick<Catalog, "identities">;
    far: number;
    onProgress?: (progress: MeasureProgress) => void;
  },
): FoldsMeasurement {
  const parts = folds.map(({ heldOut }) => heldOut);
  const known = folds.map(({ heldOut, joined }) => joinEmbeddings(heldOut, joined));
  const label = (part: Embeddings) => labelScores(part, { seed, most });
  const most = Math.ceil(mostPairs / folds.length);
  const support = pooledSupport(parts.map(({ labels }) => ({ labels, joined: [] })));
  const choosing = pooledSupport(
    folds.map(({ heldOut, joined }) => ({ labels: heldOut.labels, joined: joined.labels })),
  );
  const scores = parts.map(scorePairs);
  const all = sortScores(concatenateScores(scores, support.identities));
  const { chosen, calibrated, thresholds } = calibrateFolds(
    scores.map((heldOut, fold) => ({ heldOut, choosing: scorePairs(known[fold]!) })),
    { far, identities: choosing.identities },
  );
  const { threshold, targetFar, smallestFar } = chosen;
  const resampling = {
    seed,
    onProgress: (done: number, total: number) => onProgress?.({ stage: "resampling", done, total }),
  };
  const labeled = parts.map(label);
  const together = concatenateLabeledScores(labeled, support.identities);
  const decisions = concatenateLabeledScores(
    labeled.map((part, fold) => decide(part, thresholds[fold]!)),
    support.identities,
  );
  const decided = bootstrapIntervals(decisions, { ...resampling, threshold: 1 })?.decided ?? null;
  const found = bootstrapIntervals(together, resampling);
  const intervals = found && { ...found, decided };
  const measured = measureScores(all, threshold);
  const { metrics } = measured;
  const embeddings = concatenateEmbeddings(parts);
  return {
    calibration: {
      ...calibrated,
      chosenBy: {
        validationIdentities: new Set(embeddings.labels).size,
        trainingIdentities: new Set(folds.flatMap(({ joined }) => [...joined.labels])).size,
        negativePairs: choosing.pairs,
      },
      thresholdInterval: targetFar < smallestFar ? null : thresholdInterval(
        concatenateLabeledScores(known.map(label), choosing.identities),
        { ...resampling, far: targetFar },
      ),
      farInterval: decided?.far ?? null,
      frrInterval: decided?.frr ?? null,
    },
    heldOut: {
      folds: folds.length,
      identities: new Set(embeddings.labels).size,
      images: embeddings.images.length,
      ...mapPairMetrics((key) => metrics[key]),
      tarAtFar: metrics.tarAtFar,
      intervals: intervals && {
        ...mapPairMetrics((key) => intervals[key]),
        tarAtFar: intervals.tarAtFar,
      },
    },
    test: {
      ...measured,
      operatingPoint: { threshold, far: calibrated.far, frr: calibrated.frr },
      intervals,
      retrieval: null,
      byIdentity: parts.flatMap((part, fold) => metricsByIdentity(part, thresholds[fold]!))
        .sort((a, b) => (a.auc ?? 2) - (b.auc ?? 2)),
      hardest: hardestOf(parts),
      embeddings,
    },
    folds: folds.map(({ epoch, heldOut: { labels, images } }, fold) => {
      const { auc, eer } = evaluatePairs(scores[fold]!);
      const identities = [...new Set(labels)].map((label) => catalog.identities[label]!);
      return { identities, images: images.length, auc, eer, epoch };
    }),
  };
}

/** Scores of 1 where pairs are accepted, and of 0 where they are rejected. */
function decide(scores: LabeledScores, threshold: number): LabeledScores {
  const accept = (score: number) => score >= threshold ? 1 : 0;
  return {
    ...scores,
    positives: scores.positives.map(accept),
    negatives: scores.negatives.map(accept),
  };
}

/** The hardest pairs of all folds, by the rows of their embeddings one after the other. */
function hardestOf(parts: readonly CatalogEmbeddings[]): HardestPairs {
  let start = 0;
  const found = parts.map((part) => {
    const before = start;
    start += part.labels.length;
    const { positives, negatives } = hardestPairs(part, HARDEST_COUNT);
    const moved = (pairs: HardestPairs["positives"]) =>
      pairs.map(({ a, b, similarity }) => ({ a: a + before, b: b + before, similarity }));
    return { positives: moved(positives), negatives: moved(negatives) };
  });
  return {
    positives: found.flatMap(({ positives }) => positives)
      .sort((x, y) => x.similarity - y.similarity).slice(0, HARDEST_COUNT),
    negatives: found.flatMap(({ negatives }) => negatives)
      .sort((x, y) => y.similarity - x.similarity).slice(0, HARDEST_COUNT),
  };
}

function concatenateEmbeddings(parts: readonly CatalogEmbeddings[]): CatalogEmbeddings {
  const { dimension } = parts[0]!;
  const values = new Float32Array(parts.reduce((sum, { values }) => sum + values.length, 0));
  let start = 0;
  for (const part of parts) {
    values.set(part.values, start);
    start += part.values.length;
  }
  return {
    values,
    dimension,
    labels: Int32Array.from(parts.flatMap(({ labels }) => [...labels])),
    images: parts.flatMap(({ images }) => images),
  };
}
