import { partitionPoint } from "../../dataset/sampling/partition_point.ts";
import { countOf, type SortedScores } from "../scores/sort_scores.ts";
import { countAtLeast } from "../scores/threshold_search.ts";

/** How finely to follow a curve. */
export interface CurveOptions {
  /**
   * Keeps only points that lie a step of 1 / resolution apart along one axis or the other, and the
   * ends: `2 * resolution + 4` of them at most, for a curve to be rendered. Without it every distinct
   * score makes a point of 24 bytes, which is too much for tens of millions of pairs.
   */
  readonly resolution?: number;
}

/** Takes a threshold and how many positive and negative pairs it accepts. */
export type ThresholdVisitor = (
  threshold: number,
  trueAccepts: number,
  falseAccepts: number,
) => void;

/**
 * Visits the points of a curve from the highest threshold down. With a resolution it leaps from point
 * to point by bisection, in O(resolution · log n).
 *
 * @param trueScale how far along its axis a number of true accepts stands, of how many: rising from
 *   0 to 1. False accepts stand on a logarithmic axis.
 */
export function forEachCurvePoint(
  scores: SortedScores,
  { resolution }: CurveOptions,
  trueScale: (accepts: number, all: number) => number,
  visit: ThresholdVisitor,
): void {
  if (resolution === undefined) return forEachThreshold(scores, visit);
  const { positives, negatives, positiveCounts, negativeCounts } = scores;
  const step = 1 / resolution;
  let positive = 0, negative = 0;
  visit(Infinity, 0, 0);
  while (positive < positives.length || negative < negatives.length) {
    const threshold = Math.max(
      scoreAStepOn({ ascending: positives, counts: positiveCounts }, positive, step, trueScale),
      scoreAStepOn({ ascending: negatives, counts: negativeCounts }, negative, step, logarithmic),
    );
    positive = countAtLeast(positives, threshold);
    negative = countAtLeast(negatives, threshold);
    visit(threshold, countOf(positiveCounts, positive), countOf(negativeCounts, negative));
  }
}

/**
 * Visits the thresholds at which decisions change: first infinity, which accepts nothing, then every
 * distinct score, descending. A pair is accepted when its score is at least the threshold, so pairs
 * that tie are accepted together.
 */
function forEachThreshold(scores: SortedScores, visit: ThresholdVisitor): void {
  const { positives, negatives, positiveCounts, negativeCounts } = scores;
  let positive = positives.length, negative = negatives.length;
  visit(Infinity, 0, 0);
  while (positive > 0 || negative > 0) {
    const threshold = Math.max(
      positive > 0 ? positives[positive - 1]! : -Infinity,
      negative > 0 ? negatives[negative - 1]! : -Infinity,
    );
    while (positive > 0 && positives[positive - 1] === threshold) positive--;
    while (negative > 0 && negatives[negative - 1] === threshold) negative--;
    visit(
      threshold,
      countOf(positiveCounts, positives.length - positive),
      countOf(negativeCounts, negatives.length - negative),
    );
  }
}

/** 0 to 1, each tenfold as long as any other. */
function logarithmic(accepts: number, all: number): number {
  return Math.log(accepts + 1) / Math.log(all + 1);
}

/** The highest score that, accepted, is a step or more beyond those accepted, or else the lowest. */
function scoreAStepOn(
  { ascending, counts }: {
    readonly ascending: Float32Array;
    readonly counts: Float64Array | undefined;
  },
  accepted: number,
  step: number,
  scale: (accepts: number, all: number) => number,
): number {
  const { length } = ascending, all = countOf(counts, length);
  if (accepted === length) return -Infinity;
  const scaleAt = (highest: number) => scale(countOf(counts, highest), all);
  const from = scaleAt(accepted);
  const far = partitionPoint(accepted + 1, length, (middle) => scaleAt(middle) - from < step);
  return ascending[length - far]!;
}
