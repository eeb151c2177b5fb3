import assert from "node:assert/strict";

/**
 * Asserts that two lists agree, each pair of numbers to `tolerance` of the larger of 1 and their size;
 * NaN agrees with NaN alone, an infinity with itself.
 */
export function assertCloseTo(
  actual: ArrayLike<number>,
  expected: ArrayLike<number>,
  tolerance = 1e-5,
) {
  assert.equal(actual.length, expected.length);
  for (let i = 0; i < expected.length; i++) {
    const [a, e] = [actual[i]!, expected[i]!];
    const close = Object.is(a, e) || Math.abs(a - e) <= tolerance * Math.max(1, Math.abs(e));
    assert.ok(close, `number ${i}: wanted ${e}, found ${a}`);
  }
}
