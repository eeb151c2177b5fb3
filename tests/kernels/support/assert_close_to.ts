import assert from "node:assert/strict";
import { largestDifference } from "../../../kernels/checks/largest_difference.ts";

/**
 * Asserts that two lists agree, each pair of values to `tolerance` relative to the larger of 1 and the
 * expected value. NaN agrees only with NaN, an infinity only with itself.
 */
export function assertCloseTo(
  actual: ArrayLike<number>,
  expected: ArrayLike<number>,
  tolerance = 1e-5,
) {
  assert.equal(actual.length, expected.length);
  const difference = largestDifference(actual, expected);
  assert.ok(difference <= tolerance, `off by ${difference}, more than ${tolerance}`);
}
