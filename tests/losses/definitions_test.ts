import { type DistanceName, distanceNames } from "../../lib/distances/distance_name.ts";
import { createLoss } from "../../lib/losses/registry.ts";
import { Parameters } from "../../lib/model/layers/parameters.ts";
import { randomBatch } from "../kernels/support/random_batch.ts";
import { assertCloseTo } from "../kernels/support/assert_close_to.ts";
import { testOnDevices } from "../kernels/support/test_on_devices.ts";
import { numericGradient } from "../kernels/support/numeric_gradient.ts";
import { classDefinitions, definitions, PlainBatch } from "./definitions.ts";
import { differentiate } from "./differentiate.ts";

type Case = [
  loss: keyof typeof definitions,
  options: Record<string, unknown>,
  distances?: readonly DistanceName[],
];

const CASES: Case[] = [
  ["triplet", { margin: 0.2 }],
  ["triplet", { margin: 0.2, swap: true, smooth: true }],
  ["triplet", { margin: 0.1, swap: true, mean: "all" }],
  ["contrastive", { positiveMargin: 0.1 }],
  ["contrastive", { squared: false, margin: 0.8 }],
  ["bce", {}, ["cosine"]],
  ["ntxent", { temperature: 0.2 }],
  ["supcon", { temperature: 0.3 }],
  ["multi-similarity", { beta: 10 }, ["cosine", "euclidean", "squared"]],
  ["circle", { scale: 16 }, ["cosine"]],
];

const CLASS_CASES: [keyof typeof classDefinitions, Record<string, unknown>][] = [
  ["arcface", { scale: 16 }],
  // Some angles to the own class are beyond 180 degrees less the margin.
  ["arcface", { scale: 4, margin: 90 }],
  ["cosface", { scale: 16 }],
  ["proxy-anchor", { alpha: 8 }],
];

// 13 rows of 4.
const batch = randomBatch({ n: 13, d: 4 }, 9);

for (const [loss, options, distances = distanceNames] of CASES) {
  const name = `${loss} loss ${JSON.stringify(options)} and its slope are its definition`;
  testOnDevices(name, [5, 52, 169, 338, 676], async () => {
    for (const distance of distances) {
      const parameters = new Parameters(0);
      const context = { parameters, embeddingSize: batch.d, classes: 4 };
      const { apply } = createLoss(loss, { distance, ...options }, context);
      const found = await differentiate(batch, (x, y) => apply(x, y, null));
      const at = new PlainBatch(batch.values, batch.labels, distance);
      const define = (values: ArrayLike<number>) =>
        definitions[loss](new PlainBatch(values, batch.labels, distance), { ...options, at });
      assertCloseTo([found.loss], [define(batch.values)]);
      assertCloseTo(found.gradient, numericGradient(define, batch.values), 2e-5);
      parameters.dispose();
    }
  });
}

for (const [loss, options] of CLASS_CASES) {
  const name = `${loss} loss ${JSON.stringify(options)} and its slopes are its definition`;
  testOnDevices(name, [5, 20, 52, 65, 130], async () => {
    const parameters = new Parameters(3);
    // No row is of the fifth class.
    const context = { parameters, embeddingSize: batch.d, classes: 5 };
    const { apply } = createLoss(loss, { distance: "cosine", ...options }, context);
    const [own] = parameters.trainable();
    const found = await differentiate(batch, (x, y) => apply(x, y, null), own!.value);
    const weights = await own!.value.data();
    const define = (values: ArrayLike<number>, weights: ArrayLike<number>) => {
      const plain = new PlainBatch(values, batch.labels, "cosine");
      const classes = Array.from(
        { length: 5 },
        (_, label) => plain.rows[0]!.map((_, k) => weights[k * 5 + label]!),
      );
      return classDefinitions[loss](plain, classes, options);
    };
    assertCloseTo([found.loss], [define(batch.values, weights)]);
    assertCloseTo(
      found.gradient,
      numericGradient((values) => define(values, weights), batch.values),
      2e-5,
    );
    assertCloseTo(
      found.weightGradient!,
      numericGradient((weights) => define(batch.values, weights), weights),
      2e-5,
    );
    parameters.dispose();
  });
}

testOnDevices("the bce loss learns its scale and bias", [1, 5, 52, 169, 338], async () => {
  const parameters = new Parameters(0);
  const context = { parameters, embeddingSize: batch.d, classes: 4 };
  const { apply } = createLoss("bce", { distance: "cosine" }, context);
  const plain = new PlainBatch(batch.values, batch.labels, "cosine");
  const [scale, bias] = parameters.trainable();
  const scaled = await differentiate(batch, (x, y) => apply(x, y, null), scale!.value);
  const biased = await differentiate(batch, (x, y) => apply(x, y, null), bias!.value);
  const expected = numericGradient(([scale, bias]) => definitions.bce(plain, { scale, bias }), [
    10,
    5,
  ]);
  assertCloseTo([...scaled.weightGradient!, ...biased.weightGradient!], expected);
  parameters.dispose();
});
