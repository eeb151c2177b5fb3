import type { ScoredPair } from "../../../evaluation/scores/hardest_pairs.ts";

/** One bad picture is in many hard pairs, and would crowd out the others. */
const mostOfPicture = 2;

/**
 * Chooses pairs to show, the hardest first, no picture in more than two of them.
 *
 * @param pairs the hardest first
 * @param count how many, at most
 */
export function selectHardestPairs(pairs: readonly ScoredPair[], count: number): ScoredPair[] {
  const shown = new Map<number, number>();
  return pairs.filter(({ a, b }) => {
    if ([a, b].some((row) => (shown.get(row) ?? 0) >= mostOfPicture)) return false;
    for (const row of [a, b]) shown.set(row, (shown.get(row) ?? 0) + 1);
    return true;
  }).slice(0, count);
}
