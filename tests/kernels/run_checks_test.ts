import * as tf from "@tensorflow/tfjs";
import assert from "node:assert/strict";
import { pairwiseCheck } from "../../kernels/checks/distance_checks.ts";
import { type KernelVerdict, runChecks } from "../../kernels/checks/run_checks.ts";
import { openBackend } from "../../lib/backends/open_backend.ts";
import { doubling, uncompiledCheck, wrongChecks } from "./support/wrong_checks.ts";
import { devices } from "./support/test_on_devices.ts";
import { needs } from "../needs.ts";

const options = { sanitizeOps: false, sanitizeResources: false };

for (const name of devices) {
  Deno.test(
    `a wrong kernel is found (${name})`,
    { ...options, ...needs({ read: true }) },
    async () => {
      const backend = await openBackend(name);
      const before = tf.memory().numTensors;
      const right = doubling("right", ({ x }) => [tf.mul(x, 2)]);
      const verdicts = await runChecks([...wrongChecks, right], backend);
      assert.equal(tf.memory().numTensors, before);
      assert.deepEqual(verdicts.map(({ ok }) => ok), [...wrongChecks.map(() => false), true]);
      assert.ok(verdicts.every(({ backend }) => backend === name));
      const [off, ...others] = verdicts.map(({ largestDifference }) => largestDifference);
      assert.ok(Math.abs(off! - 0.001 / 6) < 1e-6, `${off}`);
      assert.deepEqual(others, [null, null, null, null, null, 0]);
      assert.equal(verdicts.find(({ kernel }) => kernel === "broken")?.error, "no such kernel");
    },
  );
}

Deno.test("a shader that does not compile fails its own check alone, in one line", {
  ...options,
  ...needs({ read: true }),
}, async () => {
  const backend = await openBackend("webgpu");
  const right = pairwiseCheck({ n: 3, m: 3, d: 5, distance: "cosine" });
  const verdicts = await runChecks([uncompiledCheck, right, uncompiledCheck, right], backend);
  assert.deepEqual(verdicts.map(({ ok }) => ok), [false, true, false, true]);
  assert.match(verdicts[0]!.error!, /^Shader '.*' parsing error: .*none.*$/);
  // Pipelines are cached, those too that are invalid.
  assert.match(verdicts[2]!.error!, /^ComputePipeline .* invalid$/);
  backend.check();
});

Deno.test("an output that a shader leaves unwritten is not a right answer of before", {
  ...options,
  ...needs({ read: true }),
}, async () => {
  const backend = await openBackend("webgpu");
  const check = pairwiseCheck({ n: 131, m: 131, d: 16, distance: "cosine" });
  const verdict = async (): Promise<KernelVerdict> => (await runChecks([check], backend))[0]!;
  assert.equal((await verdict()).ok, true);
  const program = tf.backend() as unknown as {
    runWebGPUProgram: unknown;
    makeTensorInfo(shape: number[], dtype: string): tf.TensorInfo;
  };
  const { runWebGPUProgram } = program;
  // Makes the output's memory, and computes nothing.
  program.runWebGPUProgram = (
    { outputShape }: { outputShape: number[] },
    _: unknown,
    dtype: string,
    __: unknown,
    output?: tf.TensorInfo,
  ) => output ?? program.makeTensorInfo(outputShape, dtype);
  try {
    assert.equal((await verdict()).ok, false);
  } finally {
    program.runWebGPUProgram = runWebGPUProgram;
  }
});
