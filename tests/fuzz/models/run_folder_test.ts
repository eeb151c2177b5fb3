import * as tf from "@tensorflow/tfjs";
import assert from "node:assert/strict";
import { join } from "node:path";
import { readSafetensors } from "../../../lib/model_file/read_safetensors.ts";
import { SeenImages } from "../../../lib/model_file/seen_images.ts";
import { openBackend } from "../../../lib/backends/open_backend.ts";
import { createEmbeddingModel } from "../../../lib/model/embedding_model.ts";
import { findBackbone } from "../../../lib/model/backbones/registry.ts";
import { loadVerifier } from "../../../lib/model/load_verifier.ts";
import { loadWeights } from "../../../lib/model/weights/load_weights.ts";
import { createOptimizer } from "../../../lib/optimizers/registry.ts";
import { EventLog } from "../../../lib/reporting/tensorboard/event_log.ts";
import { writeTensorBoard } from "../../../lib/reporting/tensorboard/write_tensorboard.ts";
import { MetricsLog } from "../../../lib/training/run_folder/metrics_log.ts";
import { parameterGroups } from "../../../lib/training/loop/parameter_groups.ts";
import { resumeRun } from "../../../lib/training/run_folder/run_folder.ts";
import { CheckpointSaver } from "../../../lib/training/loop/checkpoint_saver.ts";
import { lockRun } from "../../../lib/training/run_folder/run_lock.ts";
import { RunProgress } from "../../../lib/training/loop/run_progress.ts";
import { newestRun } from "../../../lib/model_file/newest_run.ts";
import { verifyPair } from "../../../lib/verification/verify_pair.ts";
import { needs } from "../../needs.ts";
import { slow } from "../../slow.ts";
import { abortedAtCheck, quickSettings } from "../../training/fixtures.ts";
import { Chance } from "./chance.ts";
import { HostileRun, replacements, runFiles } from "./hostile_run.ts";
import { mutateBytes } from "./mutate_bytes.ts";
import { mutateJson } from "./mutate_json.ts";
import { mutateModelFile } from "./mutate_model_file.ts";
import { Tally } from "./tally.ts";

const cases = slow ? 12_000 : 600;
const granted = needs({ read: true, write: true });
const kinds = Object.keys(replacements) as (keyof typeof replacements)[];

/** Registers a test with a run, and asserts that nothing beside it and the cache was touched. */
function withRun(name: string, test: (hostile: HostileRun) => Promise<void>): void {
  Deno.test({
    name,
    ...granted,
    async fn() {
      const hostile = await HostileRun.make();
      const before = hostile.surroundings();
      try {
        await test(hostile);
        assert.equal(hostile.surroundings(), before);
      } finally {
        await hostile.remove();
      }
    },
  });
}

const picture = { width: 2, height: 1, data: Uint8Array.of(250, 0, 0, 0, 250, 0) };

/** What tasks do with a file of a run, by its name. */
async function readers(hostile: HostileRun): Promise<Record<string, () => Promise<unknown>>> {
  const { root, run } = hostile;
  const settings = quickSettings(join(root, "data"), { epochs: 2 });
  const { metadata } = await readSafetensors(hostile.path("checkpoint/state.safetensors"));
  const backend = await openBackend("wasm");
  const { imageSize, embeddingSize } = settings;
  const model = createEmbeddingModel({
    ...{ backbone: findBackbone("tiny"), imageSize, embeddingSize, seed: 1 },
  });
  const groups = parameterGroups(model.parameters, settings);
  const optimizer = createOptimizer(settings.optimizer, groups, settings);
  const restore = () => {
    const progress = new RunProgress(settings, 9);
    const kept = { run, folder: "data", catalogHash: metadata.catalogHash!, model, optimizer };
    return new CheckpointSaver({ ...kept, progress, backend }).restore();
  };
  return {
    "model.safetensors": async () => {
      // In a run that the newest is looked for among, too.
      await newestRun(root);
      const verifier = await loadVerifier(run, "wasm");
      try {
        const asked = [undefined, { far: 0.2 }, { threshold: 0.4 }];
        for (const wish of asked) {
          const { similarity, far, frr } = await verifyPair(verifier, picture, picture, wish);
          assert.ok(Math.abs(similarity) < 1.001);
          assert.ok([far, frr].every((rate) => rate >= 0 && rate <= 1), `${far}, ${frr}`);
        }
      } finally {
        verifier[Symbol.dispose]();
      }
    },
    "weights": () => loadWeights(model, hostile.path("weights")),
    "checkpoint/state.safetensors": restore,
    "metrics.jsonl": () => new MetricsLog(run).truncateToEpoch(1),
    "config.json": () => resumeRun(run),
    "seen.txt": () => SeenImages.read(run),
    "lock": async () => (await lockRun(run))[Symbol.dispose](),
    "events": () => new EventLog(run).truncateToStep(9),
    "augmented.png": () => writeTensorBoard(run, {}, ["augmented.png"]),
  };
}

function mutate(name: string, bytes: Uint8Array, chance: Chance): Uint8Array<ArrayBuffer> {
  const json = (text: string) => mutateJson(JSON.parse(text), chance);
  const encode = (text: string) => new TextEncoder().encode(text);
  const text = () => new TextDecoder().decode(bytes);
  if (name.endsWith(".safetensors") || name === "weights") return mutateModelFile(bytes, chance);
  if (chance.below(5) === 0) return mutateBytes(bytes, chance);
  if (name.endsWith(".json")) return encode(json(text()));
  if (name.endsWith(".jsonl")) {
    const lines = text().trimEnd().split("\n");
    const at = chance.below(lines.length);
    return encode(lines.map((line, i) => (i === at ? json(line) : line) + "\n").join(""));
  }
  return mutateBytes(bytes, chance);
}

withRun(
  `${cases} mutations of a run's files: each is read, or refused in one line`,
  async (hostile) => {
    const look = await readers(hostile);
    const names = Object.keys(look);
    const whole = new Map(names.map((name) => [name, Deno.readFileSync(hostile.path(name))]));
    const tallies = new Map(names.map((name) => [name, new Tally()]));
    const tensors = tf.memory().numTensors;
    for (let seed = 0; seed < cases; seed++) {
      const chance = new Chance(seed);
      const name = chance.of(names), path = hostile.path(name);
      const kind = chance.below(10) === 0 ? chance.of(kinds) : null;
      if (kind) hostile.replace(name, kind);
      else Deno.writeFileSync(path, mutate(name, whole.get(name)!, chance));
      await tallies.get(name)!.take(`case ${seed}, ${name} ${kind ?? ""}`, look[name]!);
      assert.equal(tf.memory().numTensors, tensors, `case ${seed} left tensors`);
      // A link would be written through.
      try {
        Deno.removeSync(path, { recursive: true });
      } catch (error) {
        if (!(error instanceof Deno.errors.NotFound)) throw error;
      }
      Deno.writeFileSync(path, whole.get(name)!);
    }
    for (const [name, tally] of tallies) console.log(`${name}: ${tally}`);
  },
);

/** Each file with each thing in its place; in a hurry, some of them. */
const structures = slow ? runFiles.flatMap((name) => kinds.map((kind) => [name, kind] as const)) : [
  ["checkpoint", "a link to a folder out of the run"],
  ["lock", "a link out of the run"],
  ["metrics.jsonl", "a folder"],
  ["seen.txt", "a device without end"],
  ["config.json", "larger than memory"],
] as const;

withRun(
  `a run goes on, or is refused in one line, whatever stands in a file's place (${structures.length})`,
  async (hostile) => {
    const tally = new Tally({ untimed: true });
    for (const [name, kind] of structures) {
      hostile.restore();
      hostile.replace(name, kind);
      await tally.take(`${name}: ${kind}`, async () => {
        await resumeRun(hostile.run, { epochs: 3 });
        await hostile.train({
          resume: true,
          settings: quickSettings(join(hostile.root, "data"), { epochs: 3 }),
          report: /chart|projector|report|augmented/.test(name),
          signal: abortedAtCheck(60),
        });
      });
    }
    tally.tell("structures");
  },
);

const resumed = slow ? 150 : 12;

withRun(
  `a run goes on, or is refused in one line, from whatever its checkpoint says (${resumed})`,
  async (hostile) => {
    const tally = new Tally({ untimed: true });
    const names = ["checkpoint/state.safetensors", "checkpoint/state.safetensors", "metrics.jsonl"];
    for (let seed = 0; seed < resumed; seed++) {
      hostile.restore();
      const chance = new Chance(1e6 + seed);
      const path = hostile.path(names[seed % names.length]!);
      Deno.writeFileSync(path, mutate(path, Deno.readFileSync(path), chance));
      await tally.take(`case ${seed}`, async () => {
        const settings = quickSettings(join(hostile.root, "data"), { epochs: 3 });
        await hostile.train({ resume: true, settings, signal: abortedAtCheck(60) });
        assert.ok((await readSafetensors(join(hostile.run, "model.safetensors"))).tensors.size > 0);
      });
    }
    tally.tell("resumed");
  },
);
