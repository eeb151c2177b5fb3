import * as tf from "@tensorflow/tfjs";
import assert from "node:assert/strict";
import { Parameters } from "../../../lib/model/layers/parameters.ts";

/** Two parameters drawn from a seed. */
async function draw(seed: number): Promise<number[][]> {
  await tf.setBackend("cpu");
  const parameters = new Parameters(seed);
  const values: number[][] = [];
  for (const name of ["first", "second"]) {
    const value = parameters.create(name, [5], { std: 1 }, { kind: "linear" });
    values.push([...await value.data()]);
  }
  parameters.dispose();
  return values;
}

Deno.test("a seed, 0 included, draws the same values again, and others than any other", async () => {
  const seen = new Set<string>();
  for (const seed of [0, 1, 7]) {
    const values = await draw(seed);
    assert.deepEqual(await draw(seed), values);
    for (const value of values) seen.add(`${value}`);
  }
  assert.equal(seen.size, 6);
});
