import assert from "node:assert/strict";
import { pairwiseCheck } from "../../kernels/checks/distance_checks.ts";
import { formatMessage } from "../../lib/language/user_message.ts";
import { advise } from "../../lib/doctor/advise.ts";
import type { Diagnosis } from "../../lib/doctor/diagnosis.ts";
import { examineMachine } from "../../lib/doctor/examine_machine.ts";
import "../../mod.ts";
import { uncompiledCheck, wrongChecks } from "../kernels/support/wrong_checks.ts";
import { needs } from "../needs.ts";

const options = { sanitizeOps: false, sanitizeResources: false };
Deno.test({
  name: "a machine with a wrong kernel fails, with advice, and the others are checked",
  ...options,
  ...needs({ read: true, sys: true }),
  async fn() {
    const folder = Deno.cwd();
    const asked: string[] = [];
    const onBackend = (name: string, kernels: number) => asked.push(`${kernels} on ${name}`);
    const sick = await examineMachine({ folder, checks: [wrongChecks[0]!], onBackend });
    assert.deepEqual(asked, ["1 on webgpu", "1 on wasm", "1 on cpu"]);
    assert.equal(sick.ok, false);
    assert.equal(sick.kernels.length, 3);
    const wrong =
      /^1 kernel is wrong on wasm: do not train there; report it with the JSON output of the doctor$/;
    assert.ok(sick.advice.some((line) => wrong.test(formatMessage(line))), `${sick.advice}`);

    const right = pairwiseCheck({ n: 3, m: 3, d: 5, distance: "cosine" });
    const failing = await examineMachine({ folder, checks: [uncompiledCheck, right] });
    assert.equal(failing.ok, false);
    assert.deepEqual(failing.kernels.map(({ ok }) => ok), [false, true, true, true]);
    assert.ok(failing.backends.every(({ works }) => works));

    const well = await examineMachine({ folder, checks: [] });
    assert.equal(well.ok, true);
    assert.deepEqual(well.backends.map(({ works }) => works), [true, true, true]);
    const { machine } = well;
    assert.equal(machine.webGpu, "wgpu");
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
  webGpu: "wgpu",
  webAssembly: { simd: true, threads: 8 },
};

Deno.test("each missing thing has its advice, and nothing else", () => {
  const advice = (machine: Diagnosis["machine"], others: Partial<Diagnosis> = {}) =>
    advise({ machine, backends: [], kernels: [], ...others }).map((line) => formatMessage(line));
  const features = { ...adapter.features, subgroups: false };
  const limits = { ...adapter.limits, maxStorageBufferBindingSize: 2 ** 26 };
  const failed = { name: "webgpu", works: false, error: "it is busy" } as const;
  assert.deepEqual(advice(fine), []);
  for (
    const [machine, wanted] of [
      [{ ...fine, adapter: null }, /^there is no graphics adapter.*mesa-vulkan-drivers/],
      [{ ...fine, adapter: { ...adapter, software: true } }, /software.*Vulkan driver/],
      [{ ...fine, adapter: { ...adapter, features } }, /lacks subgroups: training works without/],
      [
        { ...fine, adapter: { ...adapter, limits } },
        /binds at most 64 MiB.*a smaller batch or imageSize/,
      ],
      [{ ...fine, memory: { total: 2 ** 31, available: 2 ** 30 } }, /only 1,024 MiB of memory/],
      [{ ...fine, diskFree: null }, /does not report the free disk space/],
      [{ ...fine, diskFree: 2 ** 20 * 5 }, /only 5 MiB of the disk are free/],
      [{ ...fine, webAssembly: { simd: false, threads: 0 } }, /no SIMD/],
    ] as const
  ) {
    const [line, ...others] = advice(machine);
    assert.match(line!, wanted);
    assert.deepEqual(others, []);
  }
  assert.match(
    advice(fine, { backends: [failed] })[0]!,
    /webgpu backend does not start \(it is busy\)/,
  );
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
    /^1 kernel is wrong on webgpu: do not train there, but with backend wasm; .*report it/,
  );
});
