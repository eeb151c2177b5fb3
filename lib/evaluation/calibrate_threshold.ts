import { UserError } from "../user_error.ts";
import type { PairScores } from "./pair_scores.ts";
import { sortScores } from "./sort_scores.ts";

/**
 * The smallest threshold, in single precision, at which the measured false accept rate is at most
 * `far`. Pictures are the same when their similarity is at least the threshold.
 *
 * @param far above 0 and below 1
 * @throws {UserError} when `far` is out of range, there is no positive pair, no negative pair, or a
 *   score is not a number
 */
export function calibrateThreshold(scores: PairScores, far: number): number {
  if (!(far > 0 && far < 1)) {
    throw new UserError(
      `cannot choose a threshold: wanted a false accept rate above 0 and below 1, found ${far}`,
    );
  }
  const { negatives } = sortScores(scores);
  let accepted = Math.floor(far * negatives.length);
  // The product may round down past a count that the rate allows.
  if ((accepted + 1) / negatives.length <= far) accepted++;
  return nextAbove(negatives[negatives.length - 1 - accepted]!);
}

/** The next larger number of single precision. */
function nextAbove(value: number): number {
  if (value === 0) return 2 ** -149;
  const bits = new DataView(new ArrayBuffer(4));
  bits.setFloat32(0, value);
  bits.setInt32(0, bits.getInt32(0) + (value > 0 ? 1 : -1));
  return bits.getFloat32(0);
}
