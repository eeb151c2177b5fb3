import { join } from "node:path";
import { readSafetensors } from "../../../lib/model_file/read_safetensors.ts";
import { writeSafetensors } from "../../../lib/model_file/write_safetensors.ts";
import { resumeRun } from "../../../lib/training/run_folder/run_folder.ts";
import { formatVersion } from "../../../lib/training/run_folder/upgrade.ts";
import { train } from "../../../lib/training/train.ts";
import { abortedAtCheck, drawPatterns, quickSettings, readRun } from "../fixtures.ts";
import { type Expected, keepRun, similaritiesOf } from "./old_run.ts";

// Keeps an interrupted run of the present format version beside this file, with what comes of it, for
// old_runs_test.ts. Run it once for each version, before the version that follows:
// deno run -A tests/training/old_runs/make_old_run.ts

const root = await Deno.makeTempDir();
const data = join(root, "data"), run = join(root, "run");
const kept = join(import.meta.dirname!, String(formatVersion));
await drawPatterns(data);
const settings = quickSettings(data, {
  embeddingSize: 8,
  optimizer: "sgd",
  schedule: "plateau",
  patience: 3,
  learningRate: 0.05,
  normalization: "imagenet",
  seed: 2,
});
const options = { run, cacheFolder: join(root, "cache"), report: false };
await train({ ...options, settings, signal: abortedAtCheck(28) });

// The files are small with numbers of few digits: one bit of mantissa.
for (const file of ["model.safetensors", join("checkpoint", "state.safetensors")]) {
  const { tensors, metadata } = await readSafetensors(join(run, file));
  for (const { data: { buffer, byteOffset, length } } of tensors.values()) {
    const bits = new Uint32Array(buffer, byteOffset, length);
    bits.forEach((value, i) => bits[i] = value & 0xffc00000);
  }
  await writeSafetensors(join(run, file), tensors, metadata);
}
await keepRun(run, kept, data);
const similarities = await similaritiesOf(run, data);

const { best, heldOut } = await train({
  ...options,
  settings: await resumeRun(run),
  resume: true,
});
const { loss, activeFraction, meanPositive, meanNegative, validation } = (await readRun(run))
  .metrics.at(-1)!;
const expected: Expected = {
  similarities,
  resumed: { loss, activeFraction, meanPositive, meanNegative, validation },
  best,
  heldOutAuc: heldOut.auc,
};
await Deno.writeTextFile(join(kept, "expected.json"), JSON.stringify(expected, null, 2) + "\n");
await Deno.remove(root, { recursive: true });
Deno.exit(0);
