import * as tf from "@tensorflow/tfjs";
import assert from "node:assert/strict";
import { openBackend } from "../../lib/backends/open_backend.ts";
import { advise } from "../../lib/doctor/advise.ts";
import { runChecks } from "../../kernels/checks/run_checks.ts";
import { type Diagnosis, examineMachine } from "../../lib/doctor/examine_machine.ts";
import { gradientChecks } from "../../kernels/checks/gradient_checks.ts";
import type { KernelCheck } from "../../kernels/checks/kernel_check.ts";
import { pairChecks } from "../../kernels/checks/pair_checks.ts";
import { rowChecks } from "../../kernels/checks/row_checks.ts";
import { stepChecks } from "../../kernels/checks/step_checks.ts";
import "../../mod.ts";
import { needs } from "../needs.ts";

const options = { sanitizeOps: false, sanitizeResources: false };
const everyCheck = [...rowChecks, ...pairChecks, ...stepChecks, ...gradientChecks];

/** Doubles four numbers, in a way that may be wrong. */
function doubling(kernel: string, run: () => tf.Tensor[]): KernelCheck {
  return { kernel, tolerance: 1e-5, run, expected: () => [[2, 4, 6, 8]] };
}

const liars: readonly KernelCheck[] = [
  doubling("a little off", () => [tf.tensor1d([2, 4, 6.001, 8])]),
  doubling("not a number", () => [tf.tensor1d([2, 4, NaN, 8])]),
  doubling("infinite", () => [tf.tensor1d([2, 4, Infinity, 8])]),
  doubling("too short", () => [tf.tensor1d([2, 4, 6])]),
  doubling("nothing", () => []),
  doubling("broken", () => {
    throw new Error("no such kernel");
  }),
];

for (const name of ["cpu", "wasm", "webgpu"] as const) {
  Deno.test(`a kernel that lies is found out (${name})`, options, async () => {
    const backend = await openBackend(name);
    const before = tf.memory().numTensors;
    const honest = doubling("honest", () => [tf.mul(tf.tensor1d([1, 2, 3, 4]), 2)]);
    const verdicts = await runChecks([...liars, honest], backend);
    assert.equal(tf.memory().numTensors, before);
    assert.deepEqual(verdicts.map(({ ok }) => ok), [...liars.map(() => false), true]);
    assert.ok(verdicts.every(({ backend }) => backend === name));
    const [off, ...others] = verdicts.map(({ largestDifference }) => largestDifference);
    assert.ok(Math.abs(off! - 0.001 / 6) < 1e-6, `${off}`);
    assert.deepEqual(others, [null, null, null, null, null, 0]);
    assert.equal(verdicts.find(({ kernel }) => kernel === "broken")?.error, "no such kernel");
  });

  Deno.test(`no kernel of our own goes unchecked (${name})`, options, async () => {
    const backend = await openBackend(name);
    const own = tf.getKernelsForBackend(name).map(({ kernelName }) => kernelName)
      .filter((kernel) =>
        kernel.startsWith("Futago") || /^(Conv2D|Depthwise).*Backprop/.test(kernel)
      );
    const engine = tf.engine();
    const run = new Set<string>();
    const runKernel = engine.runKernel;
    engine.runKernel = function (kernel, ...rest) {
      run.add(kernel);
      return runKernel.call(this, kernel, ...rest) as never;
    };
    try {
      const wrong = (await runChecks(everyCheck, backend)).filter(({ ok }) => !ok);
      assert.deepEqual(wrong, []);
    } finally {
      Reflect.deleteProperty(engine, "runKernel");
    }
    assert.ok(own.length >= 18, `${own}`);
    assert.deepEqual(own.filter((kernel) => !run.has(kernel)), []);
  });
}

Deno.test("what a shader left unwritten is no right answer of before", options, async () => {
  const backend = await openBackend("webgpu");
  const [check] = rowChecks;
  const [sound] = await runChecks([check!], backend);
  assert.ok(sound!.ok);
  const program = tf.backend() as unknown as { runWebGPUProgram: unknown };
  const { runWebGPUProgram } = program;
  // Makes the output's memory, and computes nothing.
  program.runWebGPUProgram = (
    { outputShape }: { outputShape: number[] },
    _: unknown,
    dtype: "float32",
    __: unknown,
    output?: tf.TensorInfo,
  ) =>
    output ?? (tf.backend() as unknown as {
      makeTensorInfo(shape: number[], dtype: string): tf.TensorInfo;
    }).makeTensorInfo(outputShape, dtype);
  try {
    const [verdict] = await runChecks([check!], backend);
    assert.equal(verdict!.ok, false);
  } finally {
    program.runWebGPUProgram = runWebGPUProgram;
  }
});

Deno.test({
  name: "a machine with a wrong kernel is not well, and is told what to do",
  ...options,
  ...needs({ read: true, sys: true }),
  async fn() {
    const folder = Deno.cwd();
    const asked: string[] = [];
    const onBackend = (name: string, kernels: number) => asked.push(`${kernels} on ${name}`);
    const sick = await examineMachine({ folder, checks: [liars[0]!], onBackend });
    assert.deepEqual(asked, ["1 on webgpu", "1 on wasm", "1 on cpu"]);
    assert.equal(sick.ok, false);
    assert.equal(sick.kernels.length, 3);
    const wrong =
      /1 kernels are wrong on wasm: do not train there; report it with deno task doctor/;
    assert.ok(sick.advice.some((line) => wrong.test(String(line))), `${sick.advice}`);

    const well = await examineMachine({ folder, checks: [] });
    assert.equal(well.ok, true);
    assert.deepEqual(well.backends.map(({ works }) => works), [true, true, true]);
    const { machine } = well;
    assert.ok(machine.cores >= 1 && machine.memory.total > machine.memory.available);
    assert.ok(machine.diskFree! > 0);
    assert.ok(machine.webAssembly.simd);
    assert.ok(machine.webAssembly.threads >= 1);
    assert.equal(machine.versions.deno, Deno.version.deno);
  },
});

const adapter = {
  name: "Fast 9",
  software: false,
  vendor: "fast",
  architecture: "nine",
  features: { "shader-f16": true, subgroups: true, "timestamp-query": true },
  limits: {
    maxBufferSize: 2 ** 31,
    maxStorageBufferBindingSize: 2 ** 31,
    maxComputeWorkgroupStorageSize: 2 ** 15,
    maxComputeInvocationsPerWorkgroup: 1024,
    maxComputeWorkgroupSizeX: 1024,
    maxComputeWorkgroupsPerDimension: 65_535,
  },
};
const fine: Diagnosis["machine"] = {
  versions: { futago: "1", deno: "2", v8: "15", tensorflow: "4" },
  system: { os: "linux", release: "6", architecture: "x86_64" },
  cores: 8,
  memory: { total: 2 ** 35, available: 2 ** 34 },
  diskFree: 2 ** 36,
  adapter,
  webAssembly: { simd: true, threads: 8 },
};

Deno.test("each thing that is missing has its advice, and nothing else has", () => {
  const advice = (machine: Diagnosis["machine"], others: Partial<Diagnosis> = {}) =>
    advise({ machine, backends: [], kernels: [], ...others }).map(String);
  const features = { ...adapter.features, subgroups: false };
  const limits = { ...adapter.limits, maxStorageBufferBindingSize: 2 ** 26 };
  const failed = { name: "webgpu", works: false, error: "it is busy" } as const;
  assert.deepEqual(advice(fine), []);
  for (
    const [machine, wanted] of [
      [{ ...fine, adapter: null }, /^no graphics adapter .*mesa-vulkan-drivers/],
      [{ ...fine, adapter: { ...adapter, software: true } }, /software.*Vulkan driver/],
      [{ ...fine, adapter: { ...adapter, features } }, /lacks subgroups: training does without/],
      [{ ...fine, adapter: { ...adapter, limits } }, /binds 64 MiB at most.*--batch/],
      [{ ...fine, memory: { total: 2 ** 31, available: 2 ** 30 } }, /1024 MiB of memory/],
      [{ ...fine, diskFree: null }, /does not tell/],
      [{ ...fine, diskFree: 2 ** 20 * 5 }, /only 5 MiB of the disk are free/],
      [{ ...fine, webAssembly: { simd: false, threads: 0 } }, /no SIMD/],
    ] as const
  ) {
    const [line, ...others] = advice(machine);
    assert.match(line!, wanted);
    assert.deepEqual(others, []);
  }
  assert.match(advice(fine, { backends: [failed] })[0]!, /webgpu does not start \(it is busy\)/);
  // Without an adapter that goes without saying.
  assert.equal(advice({ ...fine, adapter: null }, { backends: [failed] }).length, 1);
  const kernels = ["webgpu", "wasm"].map((backend) => ({
    kernel: "x",
    backend,
    largestDifference: 1,
    ok: backend === "wasm",
  }));
  const backends = (["webgpu", "wasm"] as const).map((name) => ({ name, works: true }));
  assert.match(
    advice(fine, { backends, kernels }).join("\n"),
    /^1 kernels are wrong on webgpu: do not train there, but with --backend wasm; .*report it/,
  );
});
