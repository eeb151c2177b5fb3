import assert from "node:assert/strict";
import * as banded from "../../../kernels/reference/triplets/banded_triplets.ts";
import * as listed from "../../../kernels/reference/triplets/listed_triplets.ts";
import { tripletTerms } from "../../../kernels/checks/triplet_checks.ts";
import { randomBatch } from "../support/random_batch.ts";
import { assertCloseTo } from "../support/assert_close_to.ts";
import { numericGradient } from "../support/numeric_gradient.ts";

const band = { above: -0.4, upTo: 0.3 };

/** Numbers from -1 to 1 in the place of distances: nothing here wants them to be any. */
function numbers(count: number, seed: number) {
  return randomBatch({ n: 1, d: count }, seed).values;
}

function randomList(n: number, k: number, seed: number): Int32Array {
  return Int32Array.from(numbers(n * k, seed), (x) => Math.floor((x + 1) / 2 * (n + 2)) - 2);
}

for (const options of tripletTerms) {
  const name = JSON.stringify(options);

  Deno.test(`the first plane is the slope of the second: ${name}`, () => {
    const n = 9;
    const { labels } = randomBatch({ n, d: 1 }, 3);
    const [distances, mined] = [numbers(n * n, 4), numbers(n * n, 5)];
    const [positives, negatives] = [randomList(n, 4, 6), randomList(n, 4, 7)];
    const plane = (planes: ArrayLike<number>, i: number) =>
      Array.from(planes).slice(i * n * n, (i + 1) * n * n);
    const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
    const losses = {
      banded: (at: ArrayLike<number>) =>
        banded.bandedTriplets(at, mined, labels, labels, { ...options, band, self: 0 }),
      listed: (at: ArrayLike<number>) =>
        listed.listedTriplets(at, n, positives, negatives, 4, options),
    };
    for (const [kind, planes] of Object.entries(losses)) {
      const found = planes(distances);
      assert.ok(sum(plane(found, 3)) > 5);
      if (options.term === "count") {
        // In a list at random a pair may be both positive and negative, and cancel.
        if (kind === "listed") continue;
        const counts = plane(found, 0).filter((count) => count > 0);
        assert.equal(sum(counts), sum(plane(found, 3)));
      } else {
        const total = (at: Float64Array) => sum(plane(planes(at), 1));
        assertCloseTo(plane(found, 0), numericGradient(total, distances), 1e-6);
      }
    }
  });
}
