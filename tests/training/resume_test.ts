import * as tf from "@tensorflow/tfjs";
import assert from "node:assert/strict";
import { join } from "node:path";
import { formatMessage } from "../../lib/language/user_message.ts";
import { keepThreshold } from "../../lib/model/keep_threshold.ts";
import { loadVerifier } from "../../lib/model/load_verifier.ts";
import { readSafetensors } from "../../lib/model_file/read_safetensors.ts";
import { writeSafetensors } from "../../lib/model_file/write_safetensors.ts";
import type { TrainEvent } from "../../lib/training/loop/train_event.ts";
import {
  abortedAtCheck,
  assertRefused,
  drawPatterns,
  quickSettings,
  training,
} from "./fixtures.ts";
import { full } from "../slow.ts";

if (full) {
  training(
    "stopped anywhere and gone on with, a run is the uninterrupted one",
    async (workshop) => {
      const { train, read } = workshop;
      await train("whole");
      const whole = await read("whole");
      let stops = 0;
      // The number of checks a step is the loop's own affair: these stop all over the epochs' 9 steps.
      for (const step of [1, 3, 6, 13, 23]) {
        const name = `stopped-${step}`;
        let { interrupted } = await train(name, {}, { signal: abortedAtCheck(step) });
        assert.ok(interrupted, name);
        // 8 checks or more a go: 27 steps are soon done.
        for (let goes = 0; interrupted; stops++) {
          assert.ok(goes++ < 10, `${name} does not come to an end`);
          const again = { resume: true, signal: abortedAtCheck(8 + step) };
          ({ interrupted } = await train(name, {}, again));
        }
        assert.deepEqual(await read(name), whole, name);
      }
      assert.ok(stops > 8, `${stops} stops`);
    },
  );
}

training("stopped as it tells of a step or an epoch, it goes on exactly", async (workshop) => {
  const { train, read } = workshop;
  const total = { step: 0, epoch: 0 };
  const count = (event: TrainEvent) => {
    if (event.kind === "step" || event.kind === "epoch") total[event.kind]++;
  };
  const settings = { miner: "batch-hard", distance: "euclidean" } as const;
  await train("whole", settings, { onEvent: count });
  const whole = await read("whole");
  assert.deepEqual(total, { step: 6, epoch: 3 });
  for (const [kind, place] of [["step", 1], ["step", 4], ["epoch", 1], ["epoch", 3]] as const) {
    const name = `${kind}-${place}`;
    const controller = new AbortController();
    let seen = 0;
    const { interrupted } = await train(name, settings, {
      signal: controller.signal,
      onEvent(event) {
        if (event.kind === kind && ++seen === place) controller.abort();
      },
    });
    assert.equal(interrupted, name !== "epoch-3");
    await train(name, settings, { resume: true });
    assert.deepEqual(await read(name), whole, name);
  }
});

training("a run that broke off goes on from its last checkpoint", async ({ train, read, root }) => {
  await train("whole");
  const broken = train("run", {}, {
    onEvent(event) {
      if (event.kind === "epoch" && event.metrics.epoch === 1) throw new Error("broken off");
    },
  });
  await assert.rejects(broken, /broken off/);
  assert.equal(tf.memory().numTensors, 0);
  // A kill may cut a line short.
  await Deno.writeTextFile(join(root, "run", "metrics.jsonl"), '{"epoch":2,', { append: true });
  await train("run", {}, { resume: true });
  assert.deepEqual(await read("run"), await read("whole"));
});

training(
  "killed between its last step and its last figures, it still has them",
  async (workshop) => {
    const { train, read } = workshop;
    await train("whole");
    const broken = train("run", {}, {
      checkpointSeconds: 0,
      onEvent(event) {
        if (event.kind === "epoch" && event.metrics.epoch === 2) throw new Error("broken off");
      },
    });
    await assert.rejects(broken, /broken off/);
    await train("run", {}, { resume: true });
    assert.deepEqual(await read("run"), await read("whole"));
  },
);

training("a run that was over goes on when it gets more epochs", async ({ train, read }) => {
  const constant = { schedule: "constant" as const };
  await train("long", { ...constant, epochs: 4 });
  await train("run", { ...constant, epochs: 2 });
  const steps: number[] = [];
  const { interrupted } = await train("run", { ...constant, epochs: 4 }, {
    resume: true,
    onEvent(event) {
      if (event.kind === "epoch") steps.push(event.metrics.step);
    },
  });
  assert.equal(interrupted, false);
  assert.deepEqual(steps, [27, 36]);
  // At a constant rate and with all triplets, nothing depends on how long the run was to be.
  assert.deepEqual(await read("run"), await read("long"));
});

training("the last epoch of a short run does not win over better ones of a longer", async (
  { train },
) => {
  const aucs: number[] = [];
  const end = new AbortController();
  const onEvent = (event: TrainEvent) => {
    if (event.kind !== "epoch") return;
    aucs.push(event.metrics.validation.auc);
    // Before the last quarter of twelve.
    if (event.metrics.epoch === 7) end.abort();
  };
  const short = await train("run", { epochs: 2 }, { onEvent });
  assert.deepEqual([short.best.epoch, short.best.annealed], [1, true]);
  const { best } = await train("run", { epochs: 12 }, {
    resume: true,
    signal: end.signal,
    onEvent,
  });
  assert.equal(aucs.length, 8);
  // Of the epochs that were not given up for an annealed one before.
  const highest = Math.max(...aucs.slice(1));
  assert.ok(highest > short.best.auc, "none was better: nothing to show");
  assert.deepEqual(best, { epoch: aucs.lastIndexOf(highest), auc: highest, annealed: false });
});

training("a run that was over and gets nothing more ends as it did", async ({ train, read }) => {
  await train("run");
  const before = await read("run");
  const { interrupted } = await train("run", {}, { resume: true });
  assert.equal(interrupted, false);
  assert.deepEqual(await read("run"), before);
});

training("named thresholds stay as long as the weights do, and are named when they go", async (
  { root, train },
) => {
  const run = join(root, "run"), warnings: string[] = [];
  const resume = async (epochs: number) => {
    await train("run", { epochs }, {
      resume: true,
      onEvent(event) {
        if (event.kind === "warning") warnings.push(formatMessage(event.message));
      },
    });
    using verifier = await loadVerifier(run, "wasm");
    return verifier.metadata.thresholds?.map(({ name }) => name) ?? [];
  };
  const { calibration } = await train("run", { epochs: 1 });
  for (const name of ["office", "home"]) {
    await keepThreshold(run, {
      ...calibration,
      ...{ name, folder: name, catalogHash: "ab", identities: 9, images: 90 },
      date: "2026-12-01T01:02:03.000Z",
    });
  }
  const dropped = () => warnings.filter((text) => /no longer keeps/.test(text));
  assert.deepEqual(await resume(1), ["office", "home"]);
  assert.deepEqual(dropped(), []);
  assert.deepEqual(await resume(3), []);
  assert.equal(dropped().length, 1);
  assert.match(dropped()[0]!, /have changed.* the thresholds "office", "home"; .*calibrate$/);
});

training("a checkpoint that is missing or damaged is refused in one line", async (workshop) => {
  const { root, train } = workshop;
  const state = join(root, "run", "checkpoint", "state.safetensors");
  const resume = (changes = {}) => train("run", changes, { resume: true });
  await train("run", { epochs: 1 });
  const bytes = await Deno.readFile(state);
  const { tensors, metadata } = await readSafetensors(state);
  const refused = async (message: RegExp) => {
    await assertRefused(resume({ epochs: 1 }), message);
    assert.equal(tf.memory().numTensors, 0);
  };

  await assertRefused(resume({ embeddingSize: 8 }), /expected head\.weight as \[8,.*got \[16,/);
  for (const length of [0, 7, 400, bytes.length - 1]) {
    await Deno.writeFile(state, bytes.slice(0, length));
    await refused(/cannot read .*state\.safetensors: expected a complete safetensors file/);
  }
  const position = JSON.parse(metadata.position!);
  const damages: Record<string, string>[] = [
    { position: metadata.position!.slice(0, -1) },
    { position: "null" },
    { position: JSON.stringify({ ...position, step: -1 }) },
    { position: JSON.stringify({ ...position, best: null }) },
    { position: JSON.stringify({ ...position, sums: undefined }) },
    { optimizer: "many" },
    { optimizer: JSON.stringify({ steps: null }) },
  ];
  for (const damage of damages) {
    await writeSafetensors(state, tensors, { ...metadata, ...damage });
    await refused(/cannot resume ".*run": .*state\.safetensors is damaged; train again/);
  }
  const without = (name: string) => new Map([...tensors].filter(([key]) => key !== name));
  await writeSafetensors(state, without("optimizer/second"), metadata);
  await refused(/expected the optimizer's vectors first, second, got first; start a new run/);
  await writeSafetensors(state, without("model/head.bias"), metadata);
  await refused(/it lacks the tensor head\.bias/);
  const short = { shape: [3], data: new Float32Array(3) };
  const moments = [["optimizer/first", short], ["optimizer/second", short]] as const;
  await writeSafetensors(state, new Map([...tensors, ...moments]), metadata);
  await refused(/first .*\d+.*got 3/);
  await Deno.remove(state);
  await refused(/cannot resume ".*run": it has no checkpoint; train again/);
});

training("a run does not go on with other images", async ({ root, data, train, read }) => {
  await train("run", { epochs: 1 });
  const before = await read("run");
  await drawPatterns(join(root, "more"), { identities: 1, seed: 3 });
  await Deno.rename(join(root, "more", "一"), join(data, "双"));
  const resumed = train("run", quickSettings(data), { resume: true });
  await assertRefused(
    resumed,
    /the images in .* are not those that it started with; put them back/,
  );
  assert.deepEqual(await read("run"), before);
});
