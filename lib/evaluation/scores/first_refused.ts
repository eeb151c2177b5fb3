import { message } from "../../language/message.ts";
import { UserError } from "../../language/user_error.ts";
import { countOf, type SortedScores } from "./sort_scores.ts";

/**
 * The score of the first negative pair, from the highest down, that a false accept rate has no room
 * for.
 *
 * @param far above 0 and below 1
 * @throws {UserError} when `far` is out of range
 */
export function firstRefused({ negatives, negativeCounts }: SortedScores, far: number): number {
  if (!(far > 0 && far < 1)) {
    throw new UserError(
      message`cannot choose a threshold: wanted a false accept rate above 0 and below 1, found
        ${far}`,
    );
  }
  const total = countOf(negativeCounts, negatives.length);
  let fits = 0, tooMany = negatives.length;
  while (tooMany - fits > 1) {
    const middle = (fits + tooMany) >>> 1;
    if (countOf(negativeCounts, middle) / total <= far) fits = middle;
    else tooMany = middle;
  }
  return negatives[negatives.length - tooMany]!;
}
