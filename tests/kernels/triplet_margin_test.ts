import * as tf from "@tensorflow/tfjs";
import assert from "node:assert/strict";
import { type Distance, distanceBetween } from "../../kernels/reference/distances/distance.ts";
import * as reference from "../../kernels/reference/triplet_margin.ts";
import { tripletSummary } from "../../kernels/reference/triplets/triplet_summary.ts";
import { tripletMargin } from "../../kernels/triplet_margin.ts";
import { type Batch, ODD_SIZES, randomBatch, tiedBatch } from "./support/random_batch.ts";
import { assertCloseTo } from "./support/assert_close_to.ts";
import { take, testOnDevices } from "./support/test_on_devices.ts";
import { numericGradient } from "./support/numeric_gradient.ts";

const DISTANCES: Distance[] = ["cosine", "euclidean", "squared"];
const MARGIN = 0.25;

interface Indices {
  anchors: Int32Array;
  positives: Int32Array;
  negatives: Int32Array;
}

/** Triplets at random, about a fifth of them with -1 in it. */
function randomTriplets(n: number, count: number): Indices {
  const { values } = randomBatch({ n: 3, d: count }, 11);
  const index = (value: number) => Math.floor((value + 1) / 2 * n * 1.07 - 0.07 * n);
  const indices = Int32Array.from(values, (value) => Math.max(-1, Math.min(n - 1, index(value))));
  return {
    anchors: indices.slice(0, count),
    positives: indices.slice(count, 2 * count),
    negatives: indices.slice(2 * count),
  };
}

/** The loss as its definition reads: a list of losses, and their mean. */
function lossByDefinition(
  values: Float32Array | Float64Array,
  { d }: Batch,
  triplets: Indices,
  distance: Distance,
) {
  const rows = { values, dimension: d };
  const real = Array.from(triplets.anchors, (a, t) => {
    const [p, q] = [triplets.positives[t]!, triplets.negatives[t]!];
    return Math.min(a, p, q) < 0
      ? []
      : distanceBetween(rows, a, rows, p, distance) - distanceBetween(rows, a, rows, q, distance);
  }).flat();
  const losses = real.map((difference) => difference + MARGIN).filter((loss) => loss > 0);
  const sum = losses.reduce((sum, loss) => sum + loss, 0);
  return { loss: sum / (losses.length || 1), active: losses.length, valid: real.length };
}

function runReference({ values, d }: Batch, triplets: Indices, distance: Distance) {
  const rows = { values, dimension: d };
  const distances = reference.tripletMarginDistances(rows, triplets, distance);
  const summary = reference.tripletMarginSummary(distances, triplets, MARGIN);
  const gradient = reference.tripletMarginGradient(
    rows,
    triplets,
    distances,
    summary,
    1,
    MARGIN,
    distance,
  );
  return { summary, gradient };
}

async function run({ n, d, values }: Batch, indices: Indices, distance: Distance) {
  const x = tf.tensor2d(values, [n, d]);
  const triplets = {
    anchors: tf.tensor1d(indices.anchors, "int32"),
    positives: tf.tensor1d(indices.positives, "int32"),
    negatives: tf.tensor1d(indices.negatives, "int32"),
  };
  let summary: tf.Tensor1D | undefined;
  const gradient = tf.grad((x) => {
    summary = tf.keep(tripletMargin(x as tf.Tensor2D, triplets, { margin: MARGIN, distance }));
    return summary.slice(0, 1).asScalar();
  })(x);
  tf.dispose([x, Object.values(triplets)]);
  return { summary: await take(summary!), gradient: await take(gradient) };
}

for (const distance of DISTANCES) {
  Deno.test(`the reference's loss over listed triplets is its definition: ${distance}`, () => {
    const batch = randomBatch({ n: 9, d: 4 }, 3);
    const triplets = randomTriplets(9, 40);
    const { summary, gradient } = runReference(batch, triplets, distance);
    const { loss, active, valid } = tripletSummary(summary);
    const expected = lossByDefinition(batch.values, batch, triplets, distance);
    assertCloseTo([loss, active, valid], [expected.loss, expected.active, expected.valid], 1e-12);
    assert.ok(active > 3 && valid < 40);
    const lossOf = (values: Float64Array) =>
      lossByDefinition(values, batch, triplets, distance).loss;
    assertCloseTo(gradient, numericGradient(lossOf, batch.values), 1e-7);
  });

  for (const { n, d } of ODD_SIZES) {
    const count = 2 * n + 1;
    const name = `${count} listed triplets of [${n}, ${d}], ${distance}`;
    testOnDevices(name, [2 * count, 5, n * d], async () => {
      const batch = randomBatch({ n, d });
      const triplets = randomTriplets(n, count);
      const actual = await run(batch, triplets, distance);
      const expected = runReference(batch, triplets, distance);
      assertCloseTo(actual.summary, expected.summary);
      assertCloseTo(actual.gradient, expected.gradient);
    });
  }
}

const batch = tiedBatch(37);
const triplets = randomTriplets(37, 60);
const SIZES = [120, 5, 37 * 16];

testOnDevices("listed triplets among ties: a loss of 0 is not active", SIZES, async () => {
  // Exact in float32: some triplets miss by the margin and not by more.
  const { summary, gradient } = await run(batch, triplets, "cosine");
  const expected = runReference(batch, triplets, "cosine");
  assertCloseTo(summary, expected.summary);
  assertCloseTo(gradient, expected.gradient);
  const { active } = lossByDefinition(batch.values, batch, triplets, "cosine");
  assert.equal(summary[1], active);
});

testOnDevices("a list without a triplet has the loss 0 and the gradient 0", SIZES, async () => {
  const none = triplets.positives.map(() => -1);
  const { summary, gradient } = await run(batch, { ...triplets, positives: none }, "cosine");
  assert.deepEqual(summary, [0, 0, 0, 0, 0]);
  assert.ok(gradient.every((value) => value === 0));
});

testOnDevices("rows that are all the same lose the margin in every triplet", SIZES, async () => {
  const values = batch.values.map(() => 0.25);
  const { summary, gradient } = await run({ ...batch, values }, triplets, "euclidean");
  const { loss, active, valid } = tripletSummary(summary);
  assertCloseTo([loss], [MARGIN]);
  assert.equal(active, valid);
  assert.ok(gradient.every((value) => value === 0));
});

testOnDevices("NaN in a listed triplet makes loss and gradient NaN", SIZES, async () => {
  const row = triplets.anchors.find((_, t) =>
    Math.min(triplets.anchors[t]!, triplets.positives[t]!, triplets.negatives[t]!) >= 0
  )!;
  for (const broken of [NaN, Infinity]) {
    const values = batch.values.slice();
    values[row * 16] = broken;
    const { summary, gradient } = await run({ ...batch, values }, triplets, "cosine");
    assert.ok(Number.isNaN(summary[0]));
    assert.ok(gradient.every(Number.isNaN));
    assertCloseTo(summary, runReference({ ...batch, values }, triplets, "cosine").summary);
  }
});
