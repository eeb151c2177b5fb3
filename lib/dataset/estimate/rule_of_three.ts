/**
 * The smallest false accept rate that negative pairs can support, by the rule of three: where none of
 * N is accepted, the true rate is below 3 / N with 95 % confidence.
 *
 * @returns above 0, at most 1
 */
export function smallestSupportedFar(negativePairs: number): number {
  return Math.min(1, 3 / negativePairs);
}
