import assert from "node:assert/strict";
import { UserError } from "../../../lib/language/user_error.ts";
import { createLoss } from "../../../lib/losses/registry.ts";
import { createMiner } from "../../../lib/miners/registry.ts";
import { Parameters } from "../../../lib/model/layers/parameters.ts";
import {
  type ObjectiveChoice,
  requireObjective,
} from "../../../lib/training/settings/require_objective.ts";

const good: ObjectiveChoice = {
  loss: "triplet",
  miner: "batch-hard",
  distance: "cosine",
  margin: null,
  lossOptions: {},
  minerOptions: {},
};

const REFUSED: [Partial<ObjectiveChoice>, RegExp][] = [
  [{ loss: "tripet" }, /the loss "tripet": expected one of triplet, .*; did you mean "triplet"\?$/],
  [{ miner: "none" }, /the miner "none": expected one of all, hard, semi-hard, easy, batch-hard/],
  [{ distance: "l1" }, /distance: expected one of cosine, euclidean, squared, dot, got "l1"$/],
  [
    { miner: "pair-margin" },
    /"triplet" with the miner "pair-margin": expected one of all, hard, semi-hard, easy, batch-hard, batch-easy-hard, distance-weighted$/,
  ],
  [{ loss: "arcface" }, /the loss "arcface" with the miner "batch-hard": expected all$/],
  [{ loss: "circle", distance: "dot" }, /"circle": distance: expected cosine, got "dot"$/],
  [
    { miner: "distance-weighted", distance: "dot" },
    /miner "distance-weighted": distance: expected one of cosine, euclidean, squared, got "dot"/,
  ],
  [{ lossOptions: { distance: "dot" } }, /cannot use lossOptions: distance: set distance instead$/],
  [{ minerOptions: { distance: "cosine" } }, /cannot use minerOptions: distance: set distance/],
  [{ lossOptions: { margin: -0.1 } }, /margin: expected a number of at least 0, got -0.1$/],
  [{ margin: -0.1 }, /margin: expected a number of at least 0, got -0.1$/],
  [{ lossOptions: { margin: NaN } }, /margin: expected a number of at least 0, got NaN$/],
  [
    { lossOptions: { temperature: 1 } },
    /temperature: there is no such option; expected one of distance, margin, swap, smooth, mean, mem/,
  ],
  [
    { loss: "supcon", margin: 0.1 },
    /"supcon": margin: there is no such option; expected one of distance, temperature, memory/,
  ],
  [{ lossOptions: { mean: "sum" } }, /mean: expected one of active, all, got "sum"$/],
  [{ lossOptions: { swap: 1 } }, /swap: expected true or false, got 1$/],
  [{ lossOptions: { memory: 64 } }, /the miner "batch-hard" with a memory/],
  [{ miner: "all", lossOptions: { memory: 64, swap: true } }, /swap and memory exclude each other/],
  [{ lossOptions: { memory: 0.5 } }, /memory: expected a whole number from 0 to 16777215, got 0.5/],
  [
    { minerOptions: { epsilon: 1 } },
    /the miner "batch-hard": epsilon: there is no such option; expected distance$/,
  ],
  [
    { miner: "batch-easy-hard", minerOptions: { negative: "all" } },
    /these minerOptions: the miner then finds pairs, which the loss does not take$/,
  ],
  [
    { loss: "circle", miner: "all", lossOptions: { margin: 2 } },
    /^cannot use the loss "circle": margin: expected a number from 0 to 1, got 2$/,
  ],
];

for (const [wrong, message] of REFUSED) {
  Deno.test(`an objective is refused in one line: ${JSON.stringify(wrong)}`, () => {
    assert.doesNotThrow(() => requireObjective(good));
    assert.throws(() => requireObjective({ ...good, ...wrong }), (error) => {
      assert.ok(error instanceof UserError);
      assert.match(error.message, message);
      return !error.message.includes("\n");
    });
  });
}

Deno.test("loss and miner share the margin, and each has its own options", () => {
  const settings = { ...good, miner: "semi-hard", margin: 0.3, lossOptions: { swap: true } };
  const { lossOptions, minerOptions } = requireObjective(settings);
  const distance = "cosine";
  assert.deepEqual(lossOptions, {
    ...{ distance, margin: 0.3, swap: true, smooth: false, mean: "active", memory: 0 },
  });
  assert.deepEqual(minerOptions, { distance, margin: 0.3 });
  const own = requireObjective({ ...settings, minerOptions: { margin: 0.1 } });
  assert.deepEqual(own.minerOptions, { distance, margin: 0.1 });
  // A miner without a margin takes none.
  assert.deepEqual(requireObjective({ ...good, margin: 0.3 }).minerOptions, { distance });
});

Deno.test("a loss and a miner refuse what they do not take", () => {
  const parameters = new Parameters(0);
  const context = { parameters, embeddingSize: 4, classes: 2 };
  const loss = () => createLoss("circle", { distance: "dot" }, context);
  assert.throws(loss, /the loss "circle": distance: expected cosine, got "dot"/);
  assert.throws(() => createMiner("easiest"), /the miner "easiest"/);
  const sides = (positive: string, negative: string) => () =>
    createMiner("batch-easy-hard", { positive, negative });
  assert.throws(sides("semi-hard", "semi-hard"), /expected easy or hard beside semi-hard/);
  assert.throws(sides("semi-hard", "all"), /expected easy or hard beside semi-hard/);
  assert.deepEqual(parameters.all(), []);
});
