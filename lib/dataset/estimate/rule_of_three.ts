/**
 * The smallest false accept rate that negative pairs can support, by the rule of three: if none of N
 * pairs is accepted, the true rate is below 3 / N with 95 % confidence.
 *
 * Source: Hanley and Lippman-Hand, "If nothing goes wrong, is everything all right?", JAMA 1983.
 *
 * @returns above 0, at most 1
 */
export function smallestSupportedFar(negativePairs: number): number {
  return Math.min(1, 3 / negativePairs);
}

/** The number of negative pairs that a false accept rate needs: see `smallestSupportedFar`. */
export function negativesNeededFor(far: number): number {
  // Up or down, as the rounding of the quotient demands.
  const negatives = Math.floor(3 / far);
  return smallestSupportedFar(negatives) <= far ? negatives : negatives + 1;
}
