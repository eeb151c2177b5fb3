import assert from "node:assert/strict";
import {
  type Checkpoint,
  checkpointPath,
  readCheckpoint,
  writeCheckpoint,
} from "../../../lib/training/run_folder/checkpoint.ts";
import { readSafetensors } from "../../../lib/model_file/read_safetensors.ts";
import { writeSafetensors } from "../../../lib/model_file/write_safetensors.ts";
import { UserError } from "../../../lib/language/user_error.ts";
import { needs } from "../../needs.ts";

const tensor = (...values: number[]) => ({
  shape: [values.length],
  data: Float32Array.from(values),
});

/** Every value differs from every other, so that none can stand in for another. */
const checkpoint: Checkpoint = {
  catalogHash: "c".repeat(64),
  position: {
    epoch: 3,
    batch: 5,
    step: 41,
    seconds: 17.25,
    sums: { batches: 6, loss: 1.5, active: 7, valid: 8, meanPositive: 0.125, meanNegative: 0.75 },
    best: { epoch: 2, auc: 0.9375, annealed: true },
    plateau: { best: 0.875, badEpochs: 4, drops: 9 },
    highestAuc: 0.96875,
    improvement: { best: 0.75, badEpochs: 11, drops: 12 },
    length: { epochs: 13, minutes: 14.5 },
    repeatable: false,
  },
  weights: new Map([["a", tensor(1, 2)], ["b", tensor(3)]]),
  bestWeights: new Map([["a", tensor(4, 5)], ["b", tensor(6)]]),
  optimizer: {
    vectors: new Map([["first", Float32Array.of(7, 8)], ["second", Float32Array.of(9)]]),
    counters: { step: 10, rate: 0.5 },
  },
};

async function inRun(use: (run: string) => Promise<void>): Promise<void> {
  const run = await Deno.makeTempDir();
  try {
    await use(run);
  } finally {
    await Deno.remove(run, { recursive: true });
  }
}

Deno.test({
  name: "a checkpoint comes back as it went in, to the last value",
  ...needs({ read: true, write: true }),
  fn: () =>
    inRun(async (run) => {
      await writeCheckpoint(run, checkpoint);
      assert.deepEqual(await readCheckpoint(run), checkpoint);
    }),
});

Deno.test({
  name: "a checkpoint before the first validation has no best weights",
  ...needs({ read: true, write: true }),
  fn: () =>
    inRun(async (run) => {
      const position = {
        ...checkpoint.position,
        best: null,
        plateau: { best: null, badEpochs: 0, drops: 0 },
      };
      const early = { ...checkpoint, position, bestWeights: null };
      await writeCheckpoint(run, early);
      assert.deepEqual(await readCheckpoint(run), early);
    }),
});

Deno.test({
  name: "a checkpoint whose best epoch has no weights, or whose weights have no epoch, is damaged",
  ...needs({ read: true, write: true }),
  fn: () =>
    inRun(async (run) => {
      const { position } = checkpoint;
      for (
        const wrong of [
          { ...checkpoint, bestWeights: null },
          { ...checkpoint, position: { ...position, best: null } },
        ]
      ) {
        await writeCheckpoint(run, wrong);
        await assert.rejects(readCheckpoint(run), UserError);
      }
    }),
});

Deno.test({
  name: "a checkpoint with a number that is not finite, in any of its parts, is refused",
  ...needs({ read: true, write: true }),
  fn: () =>
    inRun(async (run) => {
      await writeCheckpoint(run, checkpoint);
      const path = checkpointPath(run);
      const { tensors, metadata } = await readSafetensors(path);
      for (const name of tensors.keys()) {
        const { shape, data } = tensors.get(name)!;
        const broken = Float32Array.from(data).fill(NaN, 0, 1);
        await writeSafetensors(
          path,
          new Map([...tensors, [name, { shape, data: broken }]]),
          metadata,
        );
        await assert.rejects(readCheckpoint(run), UserError, name);
      }
    }),
});
