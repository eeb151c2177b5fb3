import { distanceNames } from "../../lib/distances/distance_name.ts";
import { createLoss } from "../../lib/losses/registry.ts";
import { Parameters } from "../../lib/model/layers/parameters.ts";
import { randomBatch } from "../kernels/support/random_batch.ts";
import { assertCloseTo } from "../kernels/support/assert_close_to.ts";
import { testOnDevices } from "../kernels/support/test_on_devices.ts";
import { numericGradient } from "../kernels/support/numeric_gradient.ts";
import { cases, classCases, classDefinitions, definitions, PlainBatch } from "./definitions.ts";
import { differentiate } from "./differentiate.ts";

// 13 rows of 4.
const batch = randomBatch({ n: 13, d: 4 }, 9);

for (const [loss, options, distances = distanceNames] of cases) {
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

for (const [loss, options] of classCases) {
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
