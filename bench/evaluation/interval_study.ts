import { parseArgs } from "node:util";
import { uniformInt } from "pure-rand/distribution/uniformInt";
import type { RandomGenerator } from "pure-rand/types/RandomGenerator";
import { randomStream } from "../../lib/dataset/sampling/random_stream.ts";
import { bootstrapIntervals } from "../../lib/evaluation/intervals/bootstrap_intervals.ts";
import type { ConfidenceInterval } from "../../lib/evaluation/intervals/confidence_interval.ts";
import { scalarMetrics } from "../../lib/evaluation/metrics/pair_metrics.ts";
import { interpolatedTar } from "../../lib/evaluation/metrics/tar_at_far.ts";
import { labelListedPairs } from "../../lib/evaluation/scores/score_listed_pairs.ts";
import { scorePairs } from "../../lib/evaluation/scores/score_pairs.ts";
import { type SortedScores, sortScores } from "../../lib/evaluation/scores/sort_scores.ts";
import { rocPointAt } from "../../lib/evaluation/scores/threshold_search.ts";
import type { Embeddings } from "../../lib/evaluation/similarities/embeddings.ts";
import { rowsByIdentity } from "../../lib/evaluation/similarities/rows_by_identity.ts";
import { thresholdInterval } from "../../lib/evaluation/intervals/threshold_interval.ts";
import { thresholdAtFar } from "../../lib/evaluation/threshold/calibrate.ts";
import { defineMessages, UserError } from "../../lib/language/mod.ts";
import { median } from "../timing/median.ts";
import type { Findings } from "../findings.ts";
import { embedUnseen } from "./embed_unseen.ts";

/** How many identities are drawn, and how often. */
const SIZES = [6, 15, 45], DRAWS = 200;
/** Samples of the bootstrap: fewer than the default, for time. */
const REPLICATES = 100;
/** Images of an identity: more are left out, for time. */
const MOST_IMAGES = 6;

/** The intervals of one metric over all draws. */
interface Coverage {
  readonly metric: string;
  readonly identities: number;
  /** The mean truth: that of AP and of accuracy depends on how many positive pairs a draw has. */
  readonly truth: number;
  /** Draws with an interval, and the fraction of them in which it holds the truth. */
  readonly draws: number;
  readonly covered: number;
  readonly medianWidth: number;
}

const { needsModel } = defineMessages("bench", {
  needsModel: {
    en: "cannot study intervals: expected --data DIR and --model RUN",
    ja: "信頼区間を調べられません。--data DIR と --model RUN を指定してください",
  },
});

/**
 * How often 95 % intervals hold the truth: identities are drawn again and again from all that a run never
 * saw, with replacement, as if those were the distribution of identities. Images of two copies of one
 * identity are not compared. The truth is the figure of all pairs of different identities.
 *
 * @param args `--data DIR --model RUN`
 */
export async function studyIntervals(args: string[]): Promise<Findings> {
  const text = { type: "string" } as const;
  const { values: { data, model } } = parseArgs({ args, options: { data: text, model: text } });
  if (!data || !model) throw new UserError(needsModel());
  const population = fewImages(await embedUnseen({ data, model }));
  const whole = sortScores(scorePairs(population));
  const { threshold } = population;
  const coverages = SIZES.flatMap((identities) => {
    const random = randomStream(identities, 0);
    const draws = Array.from({ length: DRAWS }, (_, seed) => {
      const scores = drawScores(population, identities, random);
      return [...intervalsOf(scores, seed, threshold, truthOf(whole, scores, threshold))];
    }).flat();
    return [...Map.groupBy(draws, ({ metric }) => metric)].map(([metric, found]): Coverage => ({
      metric,
      identities,
      truth: found.reduce((sum, { truth }) => sum + truth, 0) / found.length,
      draws: found.length,
      covered: found.filter(({ truth, interval: [lower, upper] }) =>
        lower <= truth && truth <= upper
      )
        .length / found.length,
      medianWidth: median(found.map(({ interval: [lower, upper] }) => upper - lower)),
    }));
  });
  return {
    rows: coverages.map(({ metric, identities, truth, draws, covered, medianWidth }) => [
      `${identities} identities, ${metric}`,
      `${(100 * covered).toFixed(1)} % of ${draws} hold ${truth.toFixed(4)}, ` +
      `width ${medianWidth.toFixed(4)}`,
    ]),
    document: { coverages },
  };
}

function fewImages(embeddings: Embeddings & { readonly threshold: number }): typeof embeddings {
  const { values, dimension, labels } = embeddings;
  const rows = rowsByIdentity(labels).rows.flatMap((own) => own.slice(0, MOST_IMAGES));
  const kept = new Float32Array(rows.length * dimension);
  rows.forEach((row, index) =>
    kept.set(values.subarray(row * dimension, (row + 1) * dimension), index * dimension)
  );
  return { ...embeddings, values: kept, labels: Int32Array.from(rows, (row) => labels[row]!) };
}

function drawScores(population: Embeddings, identities: number, random: RandomGenerator) {
  const { rows } = rowsByIdentity(population.labels);
  const draw = () =>
    Array.from({ length: identities }, () => uniformInt(random, 0, rows.length - 1));
  // Without positive pairs there is no measurement, and three copies of one identity are none.
  let drawn = draw();
  while (new Set(drawn).size < 3 || drawn.every((index) => rows[index]!.length < 2)) drawn = draw();
  const images = drawn.flatMap((index, copy) => rows[index]!.map((row) => ({ row, index, copy })));
  const values = new Float32Array(images.length * population.dimension);
  images.forEach(({ row }, image) =>
    values.set(
      population.values.subarray(row * population.dimension, (row + 1) * population.dimension),
      image * population.dimension,
    )
  );
  const pairs = images.flatMap((one, a) =>
    images.slice(a + 1).flatMap((other, offset) =>
      one.copy === other.copy || one.index !== other.index
        ? [{ a, b: a + 1 + offset, same: one.copy === other.copy }]
        : []
    )
  );
  const labels = Int32Array.from(images, ({ copy }) => copy);
  return labelListedPairs({ values, dimension: population.dimension, labels }, pairs);
}

/** The figures of all pairs, with as many negative pairs to a positive one as scores have. */
function truthOf(
  whole: SortedScores,
  scores: { readonly positives: Float32Array; readonly negatives: Float32Array },
  threshold: number,
): ReadonlyMap<string, number> {
  const { positives, negatives } = whole;
  const factor = scores.negatives.length / scores.positives.length *
    (positives.length / negatives.length);
  const negativeCounts = new Float64Array(negatives.length + 1);
  for (let highest = 1; highest <= negatives.length; highest++) {
    negativeCounts[highest] = factor * highest;
  }
  const { far, frr } = rocPointAt(whole, threshold);
  return new Map([
    ...Object.entries(scalarMetrics({ ...whole, negativeCounts })),
    ...[0.1, 0.01, 0.001].map((rate): [string, number] => [
      `TAR at FAR ${rate}`,
      interpolatedTar(whole, rate),
    ]),
    ["FAR at the threshold", far],
    ["FRR at the threshold", frr],
    ["threshold for FAR 0.01", thresholdAtFar(0.01)(whole)],
  ]);
}

function* intervalsOf(
  scores: ReturnType<typeof drawScores>,
  seed: number,
  threshold: number,
  truths: ReadonlyMap<string, number>,
): Iterable<{ metric: string; truth: number; interval: ConfidenceInterval }> {
  const options = { seed, replicates: REPLICATES };
  const found = bootstrapIntervals(scores, { ...options, threshold });
  if (!found) return;
  const chosen = thresholdInterval(scores, { ...options, far: 0.01 });
  const { auc, eer, averagePrecision, accuracy, balancedAccuracy, tarAtFar, decided } = found;
  const intervals: Record<string, ConfidenceInterval | null> = {
    auc,
    eer,
    averagePrecision,
    accuracy,
    balancedAccuracy,
    ...Object.fromEntries(
      (["0.1", "0.01", "0.001"] as const).map((far) => [`TAR at FAR ${far}`, tarAtFar[far]]),
    ),
    "FAR at the threshold": decided!.far,
    "FRR at the threshold": decided!.frr,
    "threshold for FAR 0.01": chosen,
  };
  for (const [metric, interval] of Object.entries(intervals)) {
    if (interval) yield { metric, truth: truths.get(metric)!, interval };
  }
}
