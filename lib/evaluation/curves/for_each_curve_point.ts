import { countAtLeast } from "../scores/count_at_least.ts";
import type { SortedScores } from "../scores/sort_scores.ts";
import { forEachThreshold, type ThresholdVisitor } from "./for_each_threshold.ts";

/** How finely to follow a curve. */
export interface CurveOptions {
  /**
   * Keeps only points that lie a step of 1 / resolution apart along one axis or the other, and the
   * ends: `2 * resolution + 4` of them at most, for a curve to be drawn. Without it every distinct
   * score makes a point of 24 bytes, which is too much for tens of millions of pairs.
   */
  readonly resolution?: number;
}

/**
 * Visits the points of a curve in the order of `walkThresholds`. With a resolution it leaps from point
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
  const { positives, negatives } = scores;
  const step = 1 / resolution;
  let trueAccepts = 0, falseAccepts = 0;
  visit(Infinity, 0, 0);
  while (trueAccepts < positives.length || falseAccepts < negatives.length) {
    const threshold = Math.max(
      scoreAStepOn(positives, trueAccepts, step, trueScale),
      scoreAStepOn(negatives, falseAccepts, step, logarithmic),
    );
    trueAccepts = countAtLeast(positives, threshold);
    falseAccepts = countAtLeast(negatives, threshold);
    visit(threshold, trueAccepts, falseAccepts);
  }
}

/** 0 to 1, each tenfold as long as any other. */
function logarithmic(accepts: number, all: number): number {
  return Math.log(accepts + 1) / Math.log(all + 1);
}

/** The highest score that, accepted, is a step or more beyond those accepted, or else the lowest. */
function scoreAStepOn(
  ascending: Float32Array,
  accepted: number,
  step: number,
  scale: (accepts: number, all: number) => number,
): number {
  const all = ascending.length, from = scale(accepted, all);
  let near = accepted, far = all;
  while (far - near > 1) {
    const middle = (near + far) >>> 1;
    if (scale(middle, all) - from < step) near = middle;
    else far = middle;
  }
  return accepted === all ? -Infinity : ascending[all - far]!;
}
