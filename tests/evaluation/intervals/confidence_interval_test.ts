import assert from "node:assert/strict";
import fc from "fast-check";
import { rateInterval } from "../../../lib/evaluation/intervals/confidence_interval.ts";

const thousandths = (max: number) => fc.integer({ min: 0, max }).map((count) => count / 1_000);
const spreads = fc.record({
  estimate: thousandths(1_000),
  standardError: thousandths(500),
  units: fc.integer({ min: 3, max: 500 }),
});
const most = fc.double({ min: 2, max: 1e6, noNaN: true });

Deno.test("an interval of a rate holds the rate, lies from 0 to 1, and has a width", () => {
  fc.assert(
    fc.property(spreads, most, (spread, pairs) => {
      const [lower, upper] = rateInterval(spread, pairs);
      assert.ok(0 <= lower && lower <= spread.estimate && spread.estimate <= upper && upper <= 1);
      assert.ok(upper - lower > 1e-7);
    }),
    { seed: 1, numRuns: 300 },
  );
});

Deno.test("it is its mirror image for the rate of the opposite", () => {
  fc.assert(
    fc.property(spreads, most, (spread, pairs) => {
      const [lower, upper] = rateInterval(spread, pairs);
      const [low, high] = rateInterval({ ...spread, estimate: 1 - spread.estimate }, pairs);
      assert.ok(Math.abs(1 - high - lower) < 1e-6 && Math.abs(1 - low - upper) < 1e-6);
    }),
    { seed: 1, numRuns: 300 },
  );
});

Deno.test("more scatter, fewer units and fewer pairs widen it", () => {
  fc.assert(
    fc.property(spreads, most, (spread, pairs) => {
      const width = ([lower, upper]: readonly [number, number]) => upper - lower;
      const here = width(rateInterval(spread, pairs)) - 1e-6;
      const wider = { ...spread, standardError: 1.5 * spread.standardError };
      assert.ok(width(rateInterval(wider, pairs)) >= here);
      assert.ok(width(rateInterval({ ...spread, units: spread.units - 1 }, pairs)) >= here);
      assert.ok(width(rateInterval(spread, pairs / 2)) >= here);
    }),
    { seed: 1, numRuns: 300 },
  );
});

Deno.test("where nothing was seen, the upper end is what the pairs support", () => {
  for (const pairs of [10, 300, 10_000]) {
    const [lower, upper] = rateInterval({ estimate: 0, standardError: 0, units: 1e6 }, pairs);
    assert.equal(lower, 0);
    // None of so many independent pairs is seen with a probability of 2.5 %.
    assert.ok(Math.abs((1 - upper) ** pairs - 0.025) < 1e-6);
  }
});

Deno.test("whole numbers of trials give Clopper and Pearson's interval", () => {
  // scipy.stats.binomtest(7, 50).proportion_ci(method="exact") of SciPy 1.17.1
  const standardError = Math.sqrt(0.14 * 0.86 / 50);
  const [lower, upper] = rateInterval({ estimate: 0.14, standardError, units: 1e7 }, Infinity);
  assert.ok(Math.abs(lower - 0.0581917) < 1e-6 && Math.abs(upper - 0.26739601) < 1e-6);
});
