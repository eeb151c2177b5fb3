import * as tf from "@tensorflow/tfjs";
import assert from "node:assert/strict";
import { join } from "node:path";
import { indexFolder } from "../../lib/dataset/catalog/index_folder.ts";
import { smallestSupportedFar } from "../../lib/dataset/estimate/supported_far.ts";
import { loadVerifier } from "../../lib/model/load_verifier.ts";
import { lossNames } from "../../lib/losses/registry.ts";
import { formatMessage } from "../../lib/language/user_message.ts";
import { readConfig } from "../../lib/training/run_folder/read_config.ts";
import { resumeRun } from "../../lib/training/run_folder/run_folder.ts";
import type { EpochMetrics } from "../../lib/training/run_folder/epoch_metrics.ts";
import type { TrainSettings } from "../../lib/training/settings/train_settings.ts";
import type { TrainEvent } from "../../lib/training/loop/train_event.ts";
import { bitmap } from "../images/fixtures/bitmap.ts";
import { aucOf } from "./auc_of.ts";
import {
  abortedAtCheck,
  assertRefused,
  drawPatterns,
  training,
  type Workshop,
} from "./fixtures.ts";
import { full } from "../slow.ts";

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
  const settings = { epochs: 2, batch: 32, perIdentity: 4, shrinkBatch: true };
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

training("from its first epoch on, a run has a model to verify with", async (workshop) => {
  const { root, train } = workshop;
  const run = join(root, "run");
  const broken = train("run", { epochs: 4 }, {
    onEvent(event) {
      if (event.kind === "epoch") throw new Error("broken off");
    },
  });
  await assert.rejects(broken, /broken off/);
  {
    using verifier = await loadVerifier(run, "wasm");
    const { provisional, heldOut, calibration } = verifier.metadata;
    assert.equal(provisional, true);
    assert.equal(await aucOf(verifier, workshop, "run", "validation"), heldOut.auc);
    assert.deepEqual([heldOut.identities, heldOut.intervals], [3, null]);
    assert.equal(calibration.negativePairs, 108);
  }
  // Worse epochs leave it, better ones replace it.
  let kept = "";
  const result = await train("run", { epochs: 4 }, {
    resume: true,
    onEvent(event) {
      if (event.kind !== "epoch") return;
      const model = Deno.readFileSync(join(run, "model.safetensors")).toBase64();
      assert.equal(model !== kept, event.best || kept === "", `epoch ${event.metrics.epoch}`);
      kept = model;
    },
  });
  using verifier = await loadVerifier(run, "wasm");
  assert.equal(verifier.metadata.provisional, undefined);
  assert.deepEqual(verifier.metadata.heldOut, result.heldOut);
});

training("early stopping ends a run that does not get better, and one that stopped before", async (
  { train, read, root },
) => {
  const settings = { epochs: 40, earlyStop: 2, schedule: "constant" } as const;
  const aucs: number[] = [], notes: string[] = [];
  const onEvent = (event: TrainEvent) => {
    if (event.kind === "epoch") aucs.push(event.metrics.validation.auc);
    if (event.kind === "note") notes.push(formatMessage(event.message));
  };
  const { interrupted, best } = await train("run", settings, { onEvent });
  assert.equal(interrupted, false);
  assert.ok(aucs.length < 40, "nothing ended it");
  // No epoch of the last two is better than all before, and each before was followed by a better one.
  const isBetter = (epoch: number) =>
    epoch === 0 || aucs[epoch]! > Math.max(...aucs.slice(0, epoch)) * (1 + 1e-4);
  assert.deepEqual([-2, -1].map((at) => isBetter(aucs.length + at)), [false, false]);
  for (let epoch = 0; epoch < aucs.length - 2; epoch++) {
    assert.ok([0, 1, 2].some((later) => isBetter(epoch + later)), `epoch ${epoch}`);
  }
  assert.ok(aucs.every((auc) => auc <= best.auc));
  assert.deepEqual(notes, [
    "ended after 2 epochs without a better validation AUC, as earlyStop asks",
  ]);
  const whole = await read("run");
  // Over already: it resumes to nothing.
  await train("run", await resumeRun(join(root, "run")), { resume: true });
  assert.deepEqual(await read("run"), whole);
  await train("stopped", settings, { signal: abortedAtCheck(20) });
  await train("stopped", await resumeRun(join(root, "stopped")), { resume: true });
  assert.deepEqual(await read("stopped"), whole);
});

training("a resumed run cannot be shorter than it is", async ({ root, train }) => {
  const run = join(root, "run"), config = join(run, "config.json");
  await train("run", { epochs: 2 });
  const before = await Deno.readTextFile(config);
  await assertRefused(
    resumeRun(run, { epochs: 1 }),
    /^cannot resume ".*" with epochs 1: 2 epochs are done; ask for as many or more, or train/,
  );
  assert.equal(await Deno.readTextFile(config), before);
  assert.equal((await resumeRun(run, { epochs: 2 })).epochs, 2);
});

training("only a run that its settings repeat is said to repeat", async ({ train }) => {
  const repeatable = async (...args: Parameters<typeof train>) => (await train(...args)).repeatable;
  const resume = { resume: true };
  assert.equal(await repeatable("one", { epochs: 2 }, { signal: abortedAtCheck(3) }), false);
  assert.equal(await repeatable("one", { epochs: 2 }, resume), true);
  assert.equal(await repeatable("one", { epochs: 3 }, resume), false);
  // It stays so: its first epochs were on a shorter schedule.
  assert.equal(await repeatable("one", { epochs: 3 }, resume), false);
  assert.equal(await repeatable("clock", { epochs: 1, minutes: 60 }), false);
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
  await drawPatterns(validationData, { identities: 5, images: 4, seed: 7, first: 50 });
  const events: TrainEvent[] = [];
  const result = await train("run", { validationData }, { onEvent: (event) => events.push(event) });
  const parts = events.find((event) => event.kind === "data")!;
  assert.deepEqual([parts.train, parts.validation, parts.test], [9, 5, 3]);
  const { smallestFar, chosenBy } = result.calibration;
  assert.equal(smallestFar, smallestSupportedFar({ pairs: 160, identities: 5 }));
  assert.deepEqual(chosenBy, {
    ...{ validationIdentities: 5, trainingIdentities: 0, negativePairs: 160 },
  });
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

/** Collects warnings, but for that of few validation identities, which all of these runs have. */
function warningsTo(warnings: string[]): (event: TrainEvent) => void {
  return (event) => {
    if (event.kind !== "warning" || event.message.code.endsWith("fewValidationIdentities")) return;
    warnings.push(formatMessage(event.message));
  };
}

/** Trains on images that nothing tells apart, and returns the warnings. */
async function trainOnBlack(
  { root, train }: Workshop,
  changes: Partial<TrainSettings>,
): Promise<{ warnings: string[]; auc: number }> {
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
  const { heldOut } = await train(`run-${changes.loss}`, { data, epochs: 10, ...changes }, {
    onEvent: warningsTo(warnings),
  });
  return { warnings, auc: heldOut.auc };
}

training("a collapse is told while it lasts, and does not end the run", async (workshop) => {
  const { warnings, auc } = await trainOnBlack(workshop, {});
  assert.equal(warnings.length, 2);
  assert.match(warnings[0]!, /^36 held-out images are the same file as one of another identity/);
  assert.match(warnings[1]!, /have collapsed.*the margin \(0\.2\)/);
  assert.equal(auc, 0.5);
});

if (full) {
  for (const loss of lossNames()) {
    training(`a collapse is told with the loss ${loss}; a healthy run is left alone`, async (
      workshop,
    ) => {
      const changes = { loss, margin: null };
      const { warnings } = await trainOnBlack(workshop, changes);
      const said = warnings.filter((text) => /collapsed|nothing to learn from/.test(text));
      assert.equal(said.length, 1, warnings.join("\n"));
      const healthy: string[] = [];
      await workshop.train("healthy", { ...changes, epochs: 10 }, {
        onEvent: warningsTo(healthy),
      });
      assert.deepEqual(healthy, []);
    });
  }
}

training("a rate that validation cannot support is not aimed at in silence", async ({ train }) => {
  const warningsAt = async (run: string, far: number) => {
    const warnings: string[] = [];
    const { calibration } = await train(run, { far, epochs: 1 }, {
      onEvent: warningsTo(warnings),
    });
    return { warnings, targetFar: calibration.targetFar };
  };
  const supported = await warningsAt("supported", 0.4);
  assert.deepEqual(supported, { warnings: [], targetFar: 0.4 });
  const { warnings, targetFar } = await warningsAt("unsupported", 1e-6);
  assert.ok(targetFar > 1e-6);
  assert.equal(warnings.length, 1);
  assert.match(
    warnings[0]!,
    /not 0\.000001: 0\.000001 takes \d+ identities in validation, got 3 identities;/,
  );
});

training("a run's images become square as asked, and its model knows how", async (workshop) => {
  const { root, train } = workshop;
  for (const fit of ["stretch", "pad"] as const) {
    await train(fit, { fit, epochs: 1 });
    using verifier = await loadVerifier(join(root, fit), "wasm");
    assert.equal(verifier.metadata.fit, fit === "stretch" ? undefined : fit);
  }
  const kinds = [...Deno.readDirSync(join(root, "cache"))].map(({ name }) => name);
  assert.equal(kinds.filter((name) => name.startsWith("pixels-")).length, 2);
});
