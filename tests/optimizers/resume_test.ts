import assert from "node:assert/strict";
import { createOptimizer, optimizerNames } from "../../lib/optimizers/registry.ts";
import type { OptimizerState } from "../../lib/optimizers/optimizer.ts";
import { testOnAllInFull } from "../kernels/support/test_on_devices.ts";
import { Point } from "./bowl.ts";

const options = { weightDecay: 0.1, clip: 3, accumulate: 2 };

/** What a checkpoint does to a state: 32-bit floats, and numbers as JSON. */
function throughFile({ vectors, counters }: OptimizerState): OptimizerState {
  return {
    vectors: new Map([...vectors].map(([name, vector]) => [name, new Float32Array(vector)])),
    counters: JSON.parse(JSON.stringify(counters)),
  };
}

for (const name of optimizerNames) {
  testOnAllInFull(`${name} goes on exactly from what was read of it`, [4, 8, 12, 16], async () => {
    const point = new Point();
    const create = () => createOptimizer(name, point.split(0.5), options);
    /** One group rests for the first `resting` batches. */
    const walk = async (optimiser: ReturnType<typeof create>, batches: number, resting: number) => {
      const path: number[][] = [];
      for (let k = 0; k < batches; k++) {
        await point.step(optimiser, 0.01 * (1 + k % 2), 1, k < resting ? "bias" : "both");
        path.push(await point.values());
      }
      optimiser.evalMode();
      path.push(await point.values());
      optimiser.trainMode();
      return path;
    };
    // 7 waits for the second batch of its step, 8 does not; 6 steps are a round of Lookahead.
    for (const [batches, resting] of [[7, 0], [8, 0], [7, 4], [7, 7], [8, 12]] as const) {
      const first = create();
      await walk(first, batches, resting);
      const values = await point.values();
      const state = throughFile(await first.state());
      const left = Math.max(0, resting - batches);
      const expected = await walk(first, 9, left);
      first.dispose();

      const second = create();
      point.place(values);
      second.restore(state);
      assert.deepEqual(await walk(second, 9, left), expected, `after ${batches}, ${resting}`);
      second.dispose();
    }
    point.dispose();
  });
}

testOnAllInFull("a state of another optimizer or model is refused", [4, 8], async () => {
  const point = new Point();
  const adam = createOptimizer("adamw", point.groups, { weightDecay: 0 });
  const sgd = createOptimizer("sgd", point.groups, { weightDecay: 0 });
  await point.step(adam, 0.1);
  const state = await adam.state();
  const refused = (state: OptimizerState, message: RegExp) =>
    assert.throws(() => adam.restore(state), { name: "UserError", message });
  refused(
    await sgd.state(),
    /expected the optimizer's vectors first, second, got first; start a new run/,
  );
  refused({ ...state, vectors: new Map() }, /vectors first, second, got none/);
  refused({ ...state, counters: { batches: 0 } }, /counters steps.0, got none/);
  const short = new Map([...state.vectors, ["first", new Float32Array(3)]]);
  refused(
    { ...state, vectors: short },
    /the optimizer's vector first of 4 parameters, got 3; start a new run/,
  );
  adam.dispose();
  sgd.dispose();
  point.dispose();
});
