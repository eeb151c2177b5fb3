import * as tf from "@tensorflow/tfjs";
import assert from "node:assert/strict";
import { optimizerChecksOf } from "../../../kernels/checks/optimizer_checks.ts";
import { runChecks } from "../../../kernels/checks/run_checks.ts";
import { momentUpdate } from "../../../kernels/optimizers/moment_update.ts";
import { openBackend } from "../../../lib/backends/open_backend.ts";
import { assertCloseTo } from "../support/assert_close_to.ts";
import { take, testOnDevices } from "../support/test_on_devices.ts";
import { needs } from "../../needs.ts";

const secondMoments = { keepSecond: 0.9, addSecond: 0.1, correction: 0.4, epsilon: 1e-3 };

for (const name of ["wasm", "cpu"] as const) {
  Deno.test(
    `updates on a processor are the reference's to the bit (${name})`,
    needs({ read: true }),
    async () => {
      const backend = await openBackend(name);
      const exact = [1, 20_001].flatMap(optimizerChecksOf)
        .map((check) => ({ ...check, tolerance: 0 }));
      const wrong = (await runChecks(exact, backend)).filter(({ ok }) => !ok);
      assert.deepEqual(wrong, []);
    },
  );
}

testOnDevices("a parameter takes the step of its group", [4], async () => {
  const step = {
    ...secondMoments,
    coupledDecay: 0,
    keepFirst: 0,
    addFirst: 1,
    adaptive: 0,
    decay: 0,
    pull: 0,
  };
  const steps = [1, 2, 3, 4].map((rate) => ({ ...step, rate }));
  const inputs = tf.tidy(() => [
    tf.tensor1d([10, 10, 0, 0]),
    tf.tensor1d([1, 0.5]),
    tf.tensor1d([3, 1], "int32"),
  ]) as [tf.Tensor1D, tf.Tensor1D, tf.Tensor1D];
  assertCloseTo(await take(momentUpdate(...inputs, steps)), [6, 9, 1, 0.5]);
  assert.throws(() => momentUpdate(...inputs, [...steps, steps[0]!]), /at most 4 groups, got 5/);
  tf.dispose(inputs);
});
