import assert from "node:assert/strict";
import { Parameters } from "../../../lib/model/layers/parameters.ts";
import { createLoss } from "../../../lib/losses/create_loss.ts";
import { createMiner } from "../../../lib/miners/create_miner.ts";
import {
  type ObjectiveNames,
  requireObjective,
} from "../../../lib/training/settings/require_objective.ts";
import { UserError } from "../../../lib/language/user_error.ts";

const good = { loss: "triplet", miner: "batch-hard", distance: "cosine" };

const REFUSED: [Partial<ObjectiveNames>, RegExp][] = [
  [{ loss: "tripet" }, /the loss "tripet": wanted one of triplet, contrastive, bce, ntxent/],
  [{ miner: "none" }, /the miner "none": wanted one of all, hard, semi-hard, easy, batch-hard/],
  [{ distance: "l1" }, /the distance "l1": wanted one of cosine, euclidean, squared, dot/],
  [{ miner: "pair-margin" }, /loss "triplet" with the miner "pair-margin": wanted one of all, /],
  [{ loss: "arcface" }, /the loss "arcface" with the miner "batch-hard": wanted one of all$/],
  [
    { loss: "circle", distance: "dot" },
    /the loss "circle" with the distance "dot": wanted one of cosine$/,
  ],
  [
    { miner: "distance-weighted", distance: "dot" },
    /the miner "distance-weighted" with the distance "dot": wanted one of cosine, euclidean/,
  ],
  [{ lossOptions: { margin: -0.1 } }, /margin: wanted a number of at least 0, found -0.1$/],
  [{ lossOptions: { margin: NaN } }, /margin: wanted a number of at least 0, found NaN$/],
  [{ lossOptions: { temperature: 1 } }, /it takes margin, swap, smooth, mean, memory; found temp/],
  [{ lossOptions: { mean: "sum" } }, /mean: wanted one of active, all, found "sum"$/],
  [{ lossOptions: { swap: 1 } }, /swap: wanted true or false, found 1$/],
  [{ lossOptions: { memory: 64 } }, /the miner "batch-hard" with a memory/],
  [{ miner: "all", lossOptions: { memory: 64, swap: true } }, /both swap and a memory/],
  [{ lossOptions: { memory: 0.5 } }, /memory: wanted a whole number from 0 to 16777215, found 0.5/],
  [{ minerOptions: { epsilon: 1 } }, /the miner "batch-hard": it takes distance; found epsilon$/],
  [
    { miner: "batch-easy-hard", minerOptions: { negative: "all" } },
    /all of a side, which makes no triplets: wanted easy, hard or semi-hard/,
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

Deno.test("a loss and a miner refuse what they do not take", () => {
  const parameters = new Parameters(0);
  const context = { parameters, embeddingSize: 4, classes: 2 };
  const loss = () => createLoss("circle", { distance: "dot" }, context);
  assert.throws(loss, /the loss "circle" with the distance "dot"/);
  assert.throws(() => createMiner("easiest"), /the miner "easiest"/);
  const sides = (positive: string, negative: string) => () =>
    createMiner("batch-easy-hard", { positive, negative });
  assert.throws(sides("semi-hard", "semi-hard"), /beside semi-hard wanted easy or hard/);
  assert.throws(sides("semi-hard", "all"), /beside semi-hard wanted easy or hard/);
  assert.deepEqual(parameters.all(), []);
});
