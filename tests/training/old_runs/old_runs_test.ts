import assert from "node:assert/strict";
import { join } from "node:path";
import { readConfig } from "../../../lib/training/run_folder/read_config.ts";
import { resumeRun } from "../../../lib/training/run_folder/run_folder.ts";
import { formatVersion } from "../../../lib/training/run_folder/upgrade.ts";
import { resolveSettings } from "../../../lib/training/settings/resolve_settings.ts";
import { train } from "../../../lib/training/train.ts";
import { readSafetensors } from "../../../lib/model_file/read_safetensors.ts";
import { writeSafetensors } from "../../../lib/model_file/write_safetensors.ts";
import { assertRefused, readRun, training } from "../fixtures.ts";
import { type Expected, restoreRun, similaritiesOf } from "./old_run.ts";

/** One run of each format version; what a later name adds lies over what an earlier one has. */
const runs: readonly (readonly string[])[] = [
  ["0"],
  // Version 0 before there was a precision.
  ["0", "0_before_precision"],
  ["1"],
];
const keptAs = (name: string) => join(import.meta.dirname!, name);

/** The same numbers as on the machine that wrote them, but for how its sums round. */
function assertNear(actual: unknown, expected: unknown, what: string): void {
  if (typeof expected === "number") {
    const off = Math.abs(actual as number - expected);
    assert.ok(off <= 1e-4 * Math.max(1, Math.abs(expected)), `${what}: ${actual}, not ${expected}`);
  } else if (typeof expected === "object" && expected !== null) {
    for (const [key, value] of Object.entries(expected)) {
      assertNear((actual as Record<string, unknown>)[key], value, `${what}.${key}`);
    }
  } else assert.equal(actual, expected, what);
}

for (const names of runs) {
  training(
    `a run of version ${names.at(-1)} verifies and resumes as in its day`,
    async (workshop) => {
      const { root, data } = workshop;
      const run = join(root, "run");
      for (const name of names) await restoreRun(keptAs(name), run, data);
      const expected: Expected = JSON.parse(
        await Deno.readTextFile(join(keptAs(names[0]!), "expected.json")),
      );
      assertNear(await similaritiesOf(run, data), expected.similarities, "similarities");

      // Its settings train a new run, too.
      const { settings: asked } = await readConfig(join(run, "config.json"));
      const settings = await resumeRun(run);
      // A new one holds out no identity that it trains on, unless it is told to.
      assert.deepEqual({ ...resolveSettings(asked), includeSeen: true }, settings);
      assert.equal(settings.precision, "f32");
      const { interrupted, best, heldOut } = await train({
        settings,
        run,
        resume: true,
        cacheFolder: join(root, "cache"),
        report: false,
      });
      assert.equal(interrupted, false);
      const { metrics } = await readRun(run);
      assert.deepEqual(metrics.map(({ epoch }) => epoch), [0, 1, 2]);
      for (const { activeFraction } of metrics) {
        assert.ok(activeFraction! >= 0 && activeFraction! <= 1);
      }
      assertNear(metrics.at(-1), expected.resumed, "metrics");
      assertNear(best, expected.best, "best");
      assertNear(heldOut.auc, expected.heldOutAuc, "held-out AUC");

      // It is of the present version now.
      const config = JSON.parse(await Deno.readTextFile(join(run, "config.json")));
      assert.equal(config.formatVersion, formatVersion);
      const { metadata } = await readSafetensors(join(run, "checkpoint", "state.safetensors"));
      assert.equal(metadata.formatVersion, String(formatVersion));
    },
  );
}

Deno.test("there is a run of each format version", () => {
  const versions = new Set(runs.map(([name]) => Number(name)));
  assert.deepEqual([...versions], Array.from({ length: formatVersion + 1 }, (_, i) => i));
});

training("a run of a newer format is refused", async ({ root, data, train }) => {
  const run = join(root, "run");
  await restoreRun(keptAs(String(formatVersion)), run, data);
  const config = join(run, "config.json"), state = join(run, "checkpoint", "state.safetensors");
  const text = await Deno.readTextFile(config);
  const settings = await resumeRun(run);
  const { tensors, metadata } = await readSafetensors(state);
  for (const version of [formatVersion + 1, -1, 0.5]) {
    await Deno.writeTextFile(
      config,
      text.replace(/"formatVersion": \d+/, `"formatVersion": ${version}`),
    );
    const refusal = new RegExp(`format version 0 to ${formatVersion}, got "?${version}`);
    await assertRefused(resumeRun(run), refusal);
    await assertRefused(readConfig(config), refusal);
    await writeSafetensors(state, tensors, { ...metadata, formatVersion: String(version) });
    await assertRefused(train("run", settings, { resume: true }), refusal);
  }
});
