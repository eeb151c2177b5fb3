import * as tf from "@tensorflow/tfjs";
import assert from "node:assert/strict";
import { join } from "node:path";
import { parseHTML } from "linkedom";
import { openBackend } from "../../../lib/backends/open_backend.ts";
import { indexFolder } from "../../../lib/dataset/catalog/index_folder.ts";
import { evaluatePairs } from "../../../lib/evaluation/metrics/evaluate_pairs.ts";
import { concatenateScores } from "../../../lib/evaluation/scores/concatenate_scores.ts";
import { scorePairs } from "../../../lib/evaluation/scores/score_pairs.ts";
import { SeenImages } from "../../../lib/model_file/seen_images.ts";
import { loadVerifier } from "../../../lib/model/load_verifier.ts";
import { readFoldEmbeddings } from "../../../lib/training/folds/fold_folder.ts";
import type { TrainEvent } from "../../../lib/training/loop/train_event.ts";
import { readMetrics } from "../../../lib/training/run_folder/epoch_metrics.ts";
import { training } from "../fixtures.ts";

const settings = { folds: 3, validation: 0.15, test: 0.15, epochs: 8, imageSize: 16 };

training("every identity is measured by a model that has not seen it", async (workshop) => {
  const { root, data, train } = workshop;
  await openBackend("wasm");
  const before = tf.memory().numTensors;
  const events: TrainEvent[] = [];
  const result = await train("run", settings, {
    report: true,
    onEvent: (event) => events.push(event),
  });
  assert.equal(tf.memory().numTensors, before);
  assert.equal(result.interrupted, false);

  // Each identity is in one fold.
  const catalog = await indexFolder(data);
  const split = JSON.parse(await Deno.readTextFile(join(root, "run", "split.json")));
  assert.deepEqual(split.folds.flat().sort(), catalog.identities);
  assert.deepEqual(split.train, catalog.identities);
  assert.deepEqual(result.folds.map(({ identities }) => identities), split.folds);
  assert.deepEqual(result.folds.map(({ images }) => images), [24, 24, 24]);

  // Epochs: each fold's by the others' curves, the model's by all, both among the annealed two.
  const curves = await Promise.all([1, 2, 3].map(async (fold) => {
    const metrics = await readMetrics(join(root, "run", "folds", `${fold}`, "metrics.jsonl"));
    return metrics.map(({ validation }) => validation.auc);
  }));
  const best = (curves: number[][]) => {
    const sums = curves[0]!.map((_, epoch) =>
      curves.reduce((sum, curve) => sum + curve[epoch]!, 0)
    );
    return sums.lastIndexOf(Math.max(...sums.slice(5)));
  };
  assert.deepEqual(
    result.folds.map(({ epoch }) => epoch),
    curves.map((_, fold) => best(curves.toSpliced(fold, 1))),
  );
  assert.equal(result.best.epoch, best(curves));
  const epochs = await readMetrics(join(root, "run", "metrics.jsonl"));
  assert.equal(epochs.length, best(curves) + 1);
  for (const [epoch, { validation }] of epochs.entries()) {
    const mean = (curves[0]![epoch]! + curves[1]![epoch]! + curves[2]![epoch]!) / 3;
    assert.ok(Math.abs(validation.auc - mean) < 1e-12);
  }

  // The figures are those of the pairs within folds.
  const parts = await Promise.all(result.folds.map(async ({ epoch }, fold) => {
    const folder = join(root, "run", "folds", `${fold + 1}`);
    const { heldOut, joined } = await readFoldEmbeddings(folder, epoch, catalog);
    const namesOf = (labels: Int32Array) =>
      [...new Set(labels)].sort((a, b) => a - b).map((label) => catalog.identities[label]);
    assert.deepEqual(namesOf(heldOut.labels), split.folds[fold]);
    assert.deepEqual(
      namesOf(joined.labels),
      catalog.identities.filter((name) => !split.folds[fold].includes(name)),
    );
    return scorePairs(heldOut);
  }));
  const pooled = evaluatePairs(concatenateScores(parts));
  assert.deepEqual([pooled.positivePairs, pooled.negativePairs], [12 * 15, 3 * 6 * 36]);
  assert.equal(result.heldOut.auc, pooled.auc);
  assert.deepEqual(
    [result.heldOut.folds, result.heldOut.identities, result.heldOut.images],
    [3, 12, 72],
  );
  assert.equal(result.calibration.negativePairs, pooled.negativePairs);

  // The model has seen all, and its file says how it was measured.
  const seen = await SeenImages.read(join(root, "run"));
  assert.ok(catalog.images.every(({ hash }) => seen!.has(hash)));
  using verifier = await loadVerifier(join(root, "run"), "wasm");
  assert.deepEqual(verifier.metadata.heldOut, result.heldOut);
  assert.deepEqual(verifier.metadata.calibration, result.calibration);

  // The report names the fold of each identity, and shows no map of several models.
  const { document } = parseHTML(await Deno.readTextFile(join(root, "run", "report.html")));
  const rows = (selector: string) =>
    [...document.querySelectorAll(`${selector} tbody tr`)].map((row) =>
      [...row.children].map((cell) => cell.textContent)
    );
  assert.deepEqual(
    rows("#folds").map(([fold, names, images, auc]) => [fold, names, images, auc]),
    result.folds.map(({ identities, images, auc }, fold) => [
      ...[`${fold + 1}`, identities.join(", "), `${images}`, auc.toFixed(4)],
    ]),
  );
  assert.deepEqual(
    rows("#identities").map(([name, fold]) => [name, fold]).sort(),
    result.folds.flatMap(({ identities }, fold) => identities.map((name) => [name, `${fold + 1}`]))
      .sort(),
  );
  assert.deepEqual(rows("#data > .scroll").map((row) => row.slice(1)), [[
    "12",
    "72",
    "180",
    "2,376",
  ]]);
  assert.equal(document.querySelector("#map"), null);
  assert.match(
    document.querySelector("#summary p:nth-of-type(2)")!.textContent!,
    /in 3 folds, each by/,
  );
  assert.doesNotMatch(document.body.textContent!, /took no part|Each identity is in one part/);

  // What it tells goes from nothing to all.
  const steps = events.filter((event) => event.kind === "step").map(({ progress }) => progress);
  assert.ok(
    steps.every((progress, i) => progress > 0 && progress <= 1 && progress >= (steps[i - 1] ?? 0)),
  );
  const folds = events.filter((event) => event.kind === "fold").map(({ fold }) => fold);
  assert.deepEqual(folds, [0, 1, 2, null]);
});
