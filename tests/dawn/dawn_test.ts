import assert from "node:assert/strict";
import { statSync } from "node:fs";
import { allChecks } from "../../kernels/checks/all_checks.ts";
import { isFor } from "../../kernels/checks/run_checks.ts";
import type { Diagnosis } from "../../lib/doctor/diagnosis.ts";
import { needs } from "../needs.ts";
import { full, fullTest } from "../slow.ts";
import { runOnDawn, swiftShader } from "./run_on_dawn.ts";

const { ignore } = needs({ read: true, write: true, env: true, run: true });

/** Why tests on Dawn cannot run; undefined where they can. */
async function findObstacle(): Promise<string | undefined> {
  if (!statSync(swiftShader, { throwIfNoEntry: false })) {
    return `there is no ${swiftShader}: apt-get install chromium`;
  }
  // Downloads the package where it is not here yet.
  const { success, stderr } = await runOnDawn("null", ["run", "data:application/javascript,"]);
  return success ? undefined : `Dawn does not start: ${/^error: .*/m.exec(stderr)?.[0] ?? stderr}`;
}

const obstacle = full && !ignore ? await findObstacle() : undefined;

/** A test in full runs, which is ignored by a name that says why if Dawn is not here. */
function dawnTest(name: string, fn: () => Promise<void>): void {
  fullTest({
    name: obstacle === undefined ? name : `${name} (${obstacle})`,
    ignore: ignore || obstacle !== undefined,
    fn,
  });
}

dawnTest("on Dawn, the doctor finds every kernel right", async () => {
  const { success, stdout, stderr } = await runOnDawn("vulkan", [
    "run",
    "tasks/doctor.ts",
    "--json",
  ]);
  const { machine, kernels }: Diagnosis = JSON.parse(stdout || `{"kernels":[]}`);
  const wrong = kernels.filter(({ ok }) => !ok);
  assert.deepEqual(wrong, []);
  assert.ok(success, stderr);
  assert.equal(machine.webGpu, "Dawn");
  assert.match(machine.adapter!.name, /SwiftShader/);
  const float16 = machine.adapter!.features["shader-f16"];
  assert.deepEqual(
    kernels.filter(({ backend }) => backend === "webgpu").map(({ kernel }) => kernel),
    allChecks.filter((check) => isFor(check, { name: "webgpu", float16 }))
      .map(({ kernel }) => kernel),
  );
});

dawnTest("on Dawn, training steps are those of WebAssembly", async () => {
  const { success, stdout, stderr } = await runOnDawn("vulkan", [
    "test",
    "tests/dawn/cases/training_steps.ts",
  ]);
  assert.ok(success, stdout + stderr);
  assert.match(stdout, /^ok \| 2 passed \| 0 failed/m);
});

dawnTest("every shader of backbones, losses, miners and optimizers compiles on Dawn", async () => {
  const { success, stdout, stderr } = await runOnDawn("null", [
    "run",
    "tests/dawn/cases/shaders.ts",
  ]);
  assert.ok(success, stderr);
  const shaders: { all: number; float16: number } = JSON.parse(stdout);
  // They were 1,385 and 486.
  assert.ok(shaders.all > 1000 && shaders.float16 > 300, stdout);
});
