import assert from "node:assert/strict";
import { join } from "node:path";
import { encodeRecord } from "../../../lib/reporting/tensorboard/records.ts";
import { MetricsLog } from "../../../lib/training/run_folder/metrics_log.ts";
import { needs } from "../../needs.ts";
import { epochMetrics, temporaryFolder } from "./fixtures.ts";
import { readEventFile } from "./read_event_file.ts";

const permissions = needs({ read: true, write: true });

Deno.test({
  name: "a line of metrics is a point of every curve, at the run's batches",
  ...permissions,
  async fn() {
    await using run = await temporaryFolder();
    const log = new MetricsLog(run.path);
    await log.truncateToEpoch(0);
    await log.append(epochMetrics(0, 0.5));
    const [version, start, ...epochs] = await readLog(run.path);
    assert.equal(version!.fileVersion, "brain.Event:2");
    assert.deepEqual([start!.isStart, start!.step], [true, 1]);
    assert.equal(epochs.length, 1);
    assert.equal(epochs[0]!.step, 100);
    assert.deepEqual(epochs[0]!.scalars, {
      "training/loss": 0.5,
      "training/active fraction": 0.5,
      "training/mean positive distance": 0.25,
      "training/mean negative distance": 0.75,
      "training/learning rate": Math.fround(1e-3),
      "training/images per second": 320,
      "training/epoch": 0,
      "validation/AUC": 0.875,
      "validation/EER": 0.125,
      "machine/tensors": 64,
      "machine/resident MiB": 512,
    });
  },
});

Deno.test({
  name: "epochs that a resumed run does again stand in its logs once",
  ...permissions,
  async fn() {
    await using run = await temporaryFolder();
    await logEpochs(run.path, 0, [0.5, 0.4, 0.3]);
    // Killed while it logged an epoch: all bytes but the last.
    const [name] = await eventFiles(run.path);
    const path = join(run.path, name!);
    await Deno.writeFile(path, (await Deno.readFile(path)).slice(0, -1));
    // A sound record of what is no event, and a folder with a log's name.
    await Deno.writeFile(path, encodeRecord(Uint8Array.of(0x17, 0xff)), { append: true });
    const folder = path.replace(".out.tfevents.", ".out.tfevents.9");
    await Deno.mkdir(folder);
    await logEpochs(run.path, 1, [0.35, 0.25, 0.2]);
    await Deno.remove(folder);
    await logEpochs(run.path, 3, [0.15]);

    const losses = [[100, 0.5], [200, 0.35], [300, 0.25], [400, 0.15]];
    const scalars = (await readLog(run.path)).filter(({ scalars }) => "training/loss" in scalars);
    assert.deepEqual(
      scalars.map(({ step, scalars }) => [step, scalars["training/loss"]]),
      losses.map(([step, loss]) => [step, Math.fround(loss!)]),
    );
    const lines = (await Deno.readTextFile(join(run.path, "metrics.jsonl"))).trim().split("\n");
    assert.deepEqual(lines.map((line) => [JSON.parse(line).step, JSON.parse(line).loss]), losses);
  },
});

Deno.test({
  name: "a TensorBoard that looks on is told from where a resumed run goes on",
  ...permissions,
  async fn() {
    await using run = await temporaryFolder();
    await logEpochs(run.path, 0, [0.5, 0.4, 0.3]);
    const [first] = await eventFiles(run.path);
    await logEpochs(run.path, 2, [0.25]);
    const [stillFirst, second] = await eventFiles(run.path);
    assert.equal(stillFirst, first);
    const events = readEventFile(await Deno.readFile(join(run.path, second!)));
    assert.deepEqual(events.map(({ step }) => step), [0, 201, 300]);
    assert.equal(events[1]!.isStart, true);
  },
});

/** Does as a process that goes on from an epoch: takes back, then logs an epoch a loss. */
async function logEpochs(run: string, from: number, losses: readonly number[]): Promise<void> {
  const log = new MetricsLog(run);
  await log.truncateToEpoch(from);
  // Files are named by the millisecond, and no process starts in so little.
  await new Promise((resolve) => setTimeout(resolve, 2));
  for (const [index, loss] of losses.entries()) await log.append(epochMetrics(from + index, loss));
}

async function eventFiles(run: string): Promise<string[]> {
  const names = await Array.fromAsync(Deno.readDir(run), ({ name }) => name);
  return names.filter((name) => name.includes("tfevents")).sort();
}

/** All events of a run, in the order in which TensorBoard reads them. */
async function readLog(run: string) {
  const files = (await eventFiles(run)).map((name) => Deno.readFile(join(run, name)));
  return (await Promise.all(files)).flatMap(readEventFile);
}
