import * as tf from "@tensorflow/tfjs";
import assert from "node:assert/strict";
import { allTriplets, type AllTripletsOptions } from "../../../kernels/triplets/all_triplets.ts";
import * as reference from "../../../kernels/reference/triplets/all_triplets.ts";
import { distanceBetween } from "../../../kernels/reference/distances/distance.ts";
import { pairwiseDistances } from "../../../kernels/reference/distances/pairwise_distances.ts";
import { tripletSummary } from "../../../kernels/reference/triplets/triplet_summary.ts";
import { type Batch, oddSizes, randomBatch, tiedBatch } from "../support/random_batch.ts";
import { assertCloseTo } from "../support/assert_close_to.ts";
import { take, testOnDevices } from "../support/test_on_devices.ts";
import { numericGradient } from "../support/numeric_gradient.ts";

const VARIANTS: AllTripletsOptions[] = [
  { margin: 0.3, distance: "cosine", select: "all" },
  { margin: 0.2, distance: "cosine", select: "hard" },
  { margin: 0.2, distance: "euclidean", select: "semi-hard" },
  { margin: 0.1, distance: "squared", select: "all" },
];

type Values = Float32Array | Float64Array;

/** The loss as its definition reads: three loops, a list of losses, their mean. */
function lossByDefinition(
  values: Values,
  { n, d, labels }: Batch,
  { margin, distance, select }: AllTripletsOptions,
) {
  const rows = { values, dimension: d };
  const losses: number[] = [];
  let valid = 0;
  for (let a = 0; a < n; a++) {
    for (let p = 0; p < n; p++) {
      for (let q = 0; q < n; q++) {
        if (a === p || labels[a] !== labels[p] || labels[a] === labels[q]) continue;
        valid++;
        const positive = distanceBetween(rows, a, rows, p, distance);
        const negative = distanceBetween(rows, a, rows, q, distance);
        const harderThanPositive = negative <= positive;
        if (select === "hard" && !harderThanPositive) continue;
        if (select === "semi-hard" && harderThanPositive) continue;
        const loss = positive - negative + margin;
        if (loss > 0) losses.push(loss);
      }
    }
  }
  const sum = losses.reduce((sum, loss) => sum + loss, 0);
  return { loss: sum / (losses.length || 1), active: losses.length, valid };
}

function runReference(batch: Batch, options: AllTripletsOptions) {
  const rows = { values: batch.values, dimension: batch.d };
  const { margin, distance, select } = options;
  const distances = pairwiseDistances(rows, rows, distance);
  const weights = reference.allTripletsWeights(distances, batch.labels, margin, select);
  const summary = reference.allTripletsSummary(distances, batch.labels, weights, margin);
  const gradient = reference.allTripletsGradient(rows, distances, weights, summary, 1, distance);
  return { summary, gradient };
}

async function run({ n, d, values, labels }: Batch, options: AllTripletsOptions) {
  const x = tf.tensor2d(values, [n, d]);
  const y = tf.tensor1d(labels, "int32");
  let summary: tf.Tensor1D | undefined;
  const gradient = tf.grad((x) => {
    summary = tf.keep(allTriplets(x as tf.Tensor2D, y, options));
    return summary.slice(0, 1).asScalar();
  })(x);
  tf.dispose([x, y]);
  return { summary: await take(summary!), gradient: await take(gradient) };
}

async function assertAsReference(batch: Batch, options: AllTripletsOptions) {
  const [actual, expected] = [await run(batch, options), runReference(batch, options)];
  assertCloseTo(actual.summary, expected.summary);
  assertCloseTo(actual.gradient, expected.gradient);
}

for (const options of VARIANTS) {
  const name = `${options.select} triplets, ${options.distance}`;
  Deno.test(`the reference's loss is its definition: ${name}`, () => {
    for (const { n, d } of oddSizes.filter(({ n }) => n < 100)) {
      const batch = randomBatch({ n, d }, n);
      const { loss, active, valid } = tripletSummary(runReference(batch, options).summary);
      const expected = lossByDefinition(batch.values, batch, options);
      assert.deepEqual({ active, valid }, { active: expected.active, valid: expected.valid });
      assertCloseTo([loss], [expected.loss], 1e-12);
    }
  });

  Deno.test(`the reference's gradient is its slope: ${name}`, () => {
    const batch = randomBatch({ n: 9, d: 4 }, 3);
    const { gradient, summary } = runReference(batch, options);
    assert.ok(tripletSummary(summary).active > 3);
    const loss = (values: Float64Array) => lossByDefinition(values, batch, options).loss;
    assertCloseTo(gradient, numericGradient(loss, batch.values), 1e-7);
  });
}

const cosine = VARIANTS[0]!;
const batch = tiedBatch(37);
const SIZES = [37 * 37, 5, 37 * 16];

testOnDevices("without a triplet the loss and its gradient are 0", SIZES, async () => {
  for (const labels of [batch.labels.map(() => 7), batch.labels.map((_, i) => i)]) {
    const { summary, gradient } = await run({ ...batch, labels }, cosine);
    assert.deepEqual(summary.slice(0, 3), [0, 0, 0]);
    assert.ok(gradient.every((value) => value === 0));
    await assertAsReference({ ...batch, labels }, cosine);
  }
});

testOnDevices("rows that are all the same lose the margin, and have no slope", SIZES, async () => {
  const values = batch.values.map(() => 0.25);
  const options = { ...cosine, distance: "euclidean" } as const;
  const { summary, gradient } = await run({ ...batch, values }, options);
  const { loss, active, valid } = tripletSummary(summary);
  assertCloseTo([loss], [options.margin]);
  assert.equal(active, valid);
  assert.ok(gradient.every((value) => value === 0));
});

testOnDevices("NaN or infinity in a triplet makes loss and gradient NaN", SIZES, async () => {
  for (const broken of [NaN, Infinity, -Infinity]) {
    const values = batch.values.slice();
    values[5 * 16 + 3] = broken;
    for (const options of VARIANTS) {
      const { summary, gradient } = await run({ ...batch, values }, options);
      assert.ok(Number.isNaN(summary[0]));
      assert.ok(gradient.every(Number.isNaN));
      assertCloseTo(summary.slice(3), runReference({ ...batch, values }, options).summary.slice(3));
    }
  }
});

testOnDevices("variants with other baked constants differ in one process", SIZES, async () => {
  const losses = new Set<number | undefined>();
  for (const distance of ["cosine", "euclidean", "squared"] as const) {
    const { gradient } = await run(randomBatch({ n: 37, d: 16 }), { ...cosine, distance });
    losses.add(gradient[0]);
  }
  assert.equal(losses.size, 3);
});
