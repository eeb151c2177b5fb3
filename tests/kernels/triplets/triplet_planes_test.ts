import * as tf from "@tensorflow/tfjs";
import assert from "node:assert/strict";
import { bandedTriplets } from "../../../kernels/triplets/banded_triplets.ts";
import { listedTriplets } from "../../../kernels/triplets/listed_triplets.ts";
import * as banded from "../../../kernels/reference/triplets/banded_triplets.ts";
import * as listed from "../../../kernels/reference/triplets/listed_triplets.ts";
import type { TripletTermsOptions } from "../../../kernels/reference/triplets/triplet_terms.ts";
import { randomBatch } from "../support/random_batch.ts";
import { assertCloseTo } from "../support/assert_close_to.ts";
import { take, testOnDevices } from "../support/test_on_devices.ts";
import { numericGradient } from "../support/numeric_gradient.ts";

const VARIANTS: TripletTermsOptions[] = [
  { margin: 0.2, term: "hinge", swap: false },
  { margin: 0.1, term: "hinge", swap: true },
  { margin: 0.3, term: "softplus", swap: false },
  { margin: 0.3, term: "softplus", swap: true },
  { margin: 0, term: "count", swap: false },
];
const band = { above: -0.4, upTo: 0.3 };

/** Numbers from -1 to 1 in the place of distances: nothing here wants them to be any. */
function numbers(count: number, seed: number) {
  return randomBatch({ n: 1, d: count }, seed).values;
}

function randomList(n: number, k: number, seed: number): Int32Array {
  return Int32Array.from(numbers(n * k, seed), (x) => Math.floor((x + 1) / 2 * (n + 2)) - 2);
}

for (const options of VARIANTS) {
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

  // Tiles of 64 threads, and one beyond; references that are not the batch.
  for (const [n, m] of [[1, 1], [3, 3], [65, 65], [5, 67]] as const) {
    if (options.swap && n !== m) continue;
    testOnDevices(`planes of [${n}, ${m}] triplets: ${name}`, [4 * n * m], async () => {
      const self = n === m ? 0 : m;
      const labels = randomBatch({ n, d: 1 }, 3).labels;
      const others = n === m ? labels : randomBatch({ n: m, d: 1 }, 8).labels.map((l) => l % 3 - 1);
      const [distances, mined] = [numbers(n * m, 4), numbers(n * m, 5)];
      const k = Math.min(n, 3);
      const [positives, negatives] = [randomList(n, k, 6), randomList(n, k, 7)];
      const rule = { ...options, band, self };
      const inputs = {
        distances: tf.tensor2d(distances, [n, m]),
        mined: tf.tensor2d(mined, [n, m]),
        labels: tf.tensor1d(labels, "int32"),
        others: tf.tensor1d(others, "int32"),
      };
      const lists = {
        distances: inputs.distances,
        positives: tf.tensor2d(positives, [n, k], "int32"),
        negatives: tf.tensor2d(negatives, [n, k], "int32"),
      };
      assertCloseTo(
        await take(bandedTriplets(inputs, rule)),
        banded.bandedTriplets(distances, mined, labels, others, rule),
      );
      assertCloseTo(
        await take(listedTriplets(lists, options)),
        listed.listedTriplets(distances, m, positives, negatives, k, options),
      );
      tf.dispose([inputs.distances, inputs.mined, inputs.labels, inputs.others]);
      tf.dispose([lists.positives, lists.negatives]);
    });
  }
}
