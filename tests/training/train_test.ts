import * as tf from "@tensorflow/tfjs";
import assert from "node:assert/strict";
import { join } from "node:path";
import { indexFolder } from "../../lib/dataset/catalog/index_folder.ts";
import { loadVerifier } from "../../lib/model/load_verifier.ts";
import { formatMessage } from "../../lib/language/user_message.ts";
import { readConfig } from "../../lib/training/run_folder/read_config.ts";
import { resumeRun } from "../../lib/training/run_folder/run_folder.ts";
import type { EpochMetrics } from "../../lib/training/run_folder/epoch_metrics.ts";
import type { TrainEvent } from "../../lib/training/loop/train_event.ts";
import { bitmap } from "../images/fixtures/bitmap.ts";
import { aucOf } from "./auc_of.ts";
import { abortedAtCheck, assertRefused, drawPatterns, training } from "./fixtures.ts";

training("the same seed gives the same run, another seed another", async ({ train, read }) => {
  await train("one");
  await train("two");
  const one = await read("one");
  assert.deepEqual(await read("two"), one);
  assert.deepEqual(one.metrics.map(({ epoch, step }) => [epoch, step]), [[0, 9], [1, 18], [2, 27]]);
  await train("three", { seed: 2 });
  const three = await read("three");
  assert.notDeepEqual(three.model, one.model);
  assert.notDeepEqual(three.metrics, one.metrics);
});

training("it learns what it can use on identities that it never saw", async ({ train }) => {
  const settings = { seed: 2, batch: 16, perIdentity: 4, epochs: 10, validation: 5, test: 5 };
  const epochs: EpochMetrics[] = [];
  const untrained = await train("untrained", settings, { signal: AbortSignal.abort() });
  const trained = await train("trained", settings, {
    onEvent(event) {
      if (event.kind === "epoch") epochs.push(event.metrics);
    },
  });
  assert.equal(trained.interrupted, false);
  assert.deepEqual([trained.heldOut.identities, trained.heldOut.images], [5, 30]);
  assert.ok(trained.heldOut.auc > 0.85, `AUC ${trained.heldOut.auc}`);
  assert.ok(trained.heldOut.auc > untrained.heldOut.auc + 0.1, `was ${untrained.heldOut.auc}`);
  const [first, last] = [epochs[0]!, epochs.at(-1)!];
  assert.ok(last.loss < 0.75 * first.loss, `loss ${first.loss} to ${last.loss}`);
  assert.ok(last.activeFraction < first.activeFraction);
  assert.ok(last.meanNegative - last.meanPositive > first.meanNegative - first.meanPositive);
}, { identities: 30 });

training(
  "the best annealed epoch is kept, and its model gives its figures again",
  async (workshop) => {
    const { root, data, train } = workshop;
    const epochs: Extract<TrainEvent, { kind: "epoch" }>[] = [];
    const result = await train("run", { epochs: 6 }, {
      onEvent(event) {
        if (event.kind === "epoch") epochs.push(event);
      },
    });
    const aucs = epochs.map(({ metrics }) => metrics.validation.auc);
    // Of six epochs the cosine has annealed in the last two.
    const best = aucs.lastIndexOf(Math.max(...aucs.slice(4)));
    assert.deepEqual(result.best, { epoch: best, auc: aucs[best], annealed: true });
    assert.equal(epochs.findLastIndex((event) => event.best), best);

    const verifier = await loadVerifier(join(root, "run"), "wasm");
    assert.equal(await aucOf(verifier, workshop, "run", "validation"), result.best.auc);
    assert.equal(await aucOf(verifier, workshop, "run", "test"), result.heldOut.auc);
    const { backbone, imageSize, catalogHash, heldOut, calibration } = verifier.metadata;
    const { hash } = await indexFolder(data);
    assert.deepEqual([backbone, imageSize, catalogHash], ["tiny", 32, hash]);
    assert.deepEqual([heldOut, calibration], [result.heldOut, result.calibration]);
    verifier[Symbol.dispose]();
  },
);

training("a batch shrinks to what the training identities fill", async (workshop) => {
  const { root, train, read } = workshop;
  const notes: string[] = [];
  const onEvent = (event: TrainEvent) => {
    if (event.kind === "note") notes.push(formatMessage(event.message));
  };
  const settings = { epochs: 2, batch: 32, perIdentity: 4 };
  await train("run", settings, { onEvent });
  assert.equal(notes.length, 1);
  assert.match(notes[0]!, /^a batch has 24 images instead of 32: 6 identities x 4 images, of 6/);
  const config = join(root, "run", "config.json");
  const { batch, perIdentity } = JSON.parse(await Deno.readTextFile(config));
  assert.deepEqual([batch, perIdentity], [24, 4]);
  // The config repeats the run, and a run that is resumed is the same.
  const { settings: { augmentation: _, ...again } } = await readConfig(config);
  await train("again", again, { onEvent });
  assert.equal(notes.length, 1);
  await train("resumed", settings, { signal: abortedAtCheck(3) });
  await train("resumed", await resumeRun(join(root, "resumed")), { resume: true, onEvent });
  assert.equal(notes.length, 1);
  for (const name of ["again", "resumed"]) assert.deepEqual(await read(name), await read("run"));
  const asked = train("asked", { ...settings, shrinkBatch: false });
  await assertRefused(asked, /8 identities x 4 .* got 6 identities .* at most 24 images$/);
});

training("tensors neither pile up over epochs nor stay behind", async ({ train }) => {
  const counts: number[] = [];
  await train("warm", { epochs: 1 });
  const before = tf.memory().numTensors;
  await train("run", { epochs: 4 }, {
    onEvent(event) {
      if (event.kind === "epoch") counts.push(tf.memory().numTensors);
    },
  });
  assert.equal(counts.length, 4);
  assert.deepEqual(new Set(counts), new Set([counts[0]]));
  assert.equal(tf.memory().numTensors, before);
});

training("another folder is validated on, and leaves its identities", async ({ train, root }) => {
  const validationData = join(root, "validation");
  await drawPatterns(validationData, { identities: 5, images: 4, seed: 7 });
  const events: TrainEvent[] = [];
  const result = await train("run", { validationData }, { onEvent: (event) => events.push(event) });
  const parts = events.find((event) => event.kind === "data")!;
  assert.deepEqual([parts.train, parts.validation, parts.test], [9, 5, 3]);
  // Three over the negative pairs of 5 identities with 4 images each.
  assert.equal(result.calibration.smallestFar, 3 / (4 * 4 * 10));
});

training("images lost after indexing are skipped, named, counted", async ({ train, data }) => {
  const lost: { path: string; code: string }[] = [];
  const told: { path: string; code: string }[] = [];
  const { skipped, heldOut } = await train("run", {}, {
    onEvent(event) {
      if (event.kind === "skipped") told.push({ path: event.path, code: event.reason.code });
      if (event.kind !== "data") return;
      for (const [label, name] of event.catalog.identities.entries()) {
        const path = `${name}/${name}_1.bmp`;
        if (label % 2 === 0) Deno.removeSync(join(data, path));
        else Deno.writeTextFileSync(join(data, path), "no picture");
        lost.push({ path, code: label % 2 === 0 ? "decode.fileGone" : "decode.fileChanged" });
      }
    },
  });
  const byPath = (a: { path: string }, b: { path: string }) => a.path < b.path ? -1 : 1;
  assert.equal(lost.length, 12);
  assert.deepEqual(
    skipped.map(({ path, reason }) => ({ path, code: reason.code })).sort(byPath),
    lost.sort(byPath),
  );
  assert.deepEqual(told.sort(byPath), lost);
  assert.equal(heldOut.images, 15);
});

training("a collapse is told while it lasts, and does not end the run", async (workshop) => {
  const { root, train } = workshop;
  // Images that nothing tells apart leave their embeddings no other choice.
  const black = bitmap(32, new Uint8Array(32 * 32 * 3));
  const data = join(root, "black");
  for (let label = 0; label < 12; label++) {
    await Deno.mkdir(join(data, `${label}`), { recursive: true });
    for (let image = 0; image < 6; image++) {
      await Deno.writeFile(join(data, `${label}`, `${image}.bmp`), black);
    }
  }
  const warnings: string[] = [];
  const { heldOut } = await train("run", { data, epochs: 10 }, {
    onEvent(event) {
      if (event.kind === "warning") warnings.push(formatMessage(event.message));
    },
  });
  assert.equal(warnings.length, 2);
  assert.match(warnings[0]!, /^36 held-out images are the same file as one of training or/);
  assert.match(warnings[1]!, /have collapsed.*the margin \(0\.2\)/);
  assert.equal(heldOut.auc, 0.5);
});

training("a rate that validation cannot support is not aimed at in silence", async ({ train }) => {
  const warningsAt = async (run: string, far: number) => {
    const warnings: string[] = [];
    const { calibration } = await train(run, { far, epochs: 1 }, {
      onEvent(event) {
        if (event.kind === "warning") warnings.push(formatMessage(event.message));
      },
    });
    return { warnings, targetFar: calibration.targetFar };
  };
  const supported = await warningsAt("supported", 0.4);
  assert.deepEqual(supported, { warnings: [], targetFar: 0.4 });
  const { warnings, targetFar } = await warningsAt("unsupported", 1e-6);
  assert.ok(targetFar > 1e-6);
  assert.equal(warnings.length, 1);
  assert.match(warnings[0]!, /not 0\.000001: validation has \d+ negative pairs, .* 3,000,000;/);
});
