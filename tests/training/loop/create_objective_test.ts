import * as tf from "@tensorflow/tfjs";
import assert from "node:assert/strict";
import { Parameters } from "../../../lib/model/layers/parameters.ts";
import { createObjective } from "../../../lib/training/loop/create_objective.ts";
import { minerWithWarmUp } from "../../../lib/training/loop/phases.ts";
import { completeSettings } from "../../../lib/training/settings/complete_settings.ts";
import { defaultSettings } from "../../../lib/training/settings/train_settings.ts";

const miners = ["all", "semi-hard", "hard", "batch-hard"] as const;

Deno.test("a run starts with all triplets, ends with its own miner, and changes once", () => {
  for (const miner of miners) {
    const course = Array.from(
      { length: 101 },
      (_, percent) => minerWithWarmUp(percent / 100, miner),
    );
    assert.equal(course[0], "all");
    assert.equal(course.at(-1), miner);
    const change = course.indexOf(miner);
    assert.deepEqual(new Set(course.slice(0, change)), new Set(change > 0 ? ["all"] : []));
    assert.deepEqual(new Set(course.slice(change)), new Set([miner]));
  }
});

Deno.test("each miner learns from its own triplets", async () => {
  await tf.setBackend("cpu");
  // Angles whose cosine distances to the first, at 0 degrees, are easy to list.
  const degrees = [0, 40, 50, 20, 90], labels = [0, 0, 0, 1, 1];
  const rows = degrees.map((degree) => [degree * Math.PI / 180])
    .map(([angle]) => [Math.cos(angle!), Math.sin(angle!)]);
  const margin = 0.3;
  const distance = (a: number, b: number) =>
    1 - rows[a]!.reduce((sum, value, axis) => sum + value * rows[b]![axis]!, 0);
  const indices = [...degrees.keys()];
  const triplets = indices.flatMap((anchor) =>
    indices.flatMap((positive) =>
      indices.filter((negative) =>
        anchor !== positive && labels[anchor] === labels[positive] &&
        labels[anchor] !== labels[negative]
      ).map((negative) => ({
        anchor,
        positive: distance(anchor, positive),
        negative: distance(anchor, negative),
      }))
    )
  );
  const hardest = indices.map((anchor) => {
    const own = triplets.filter((triplet) => triplet.anchor === anchor);
    return {
      positive: Math.max(...own.map(({ positive }) => positive)),
      negative: Math.min(...own.map(({ negative }) => negative)),
    };
  });
  type Distances = { positive: number; negative: number };
  const chosen: Record<typeof miners[number], Distances[]> = {
    all: triplets,
    "semi-hard": triplets.filter(({ positive, negative }) =>
      negative > positive && negative <= positive + margin
    ),
    hard: triplets.filter(({ positive, negative }) => negative <= positive),
    "batch-hard": hardest,
  };
  const found = new Set<number>();
  for (const miner of miners) {
    const losses = chosen[miner].map(({ positive, negative }) => positive - negative + margin)
      .filter((loss) => loss > 0);
    assert.ok(losses.length > 0);
    const settings = { ...defaultSettings, miner, margin };
    const context = { parameters: new Parameters(0), embeddingSize: 2, classes: 2 };
    const objective = createObjective(settings, context);
    const at = { mined: true, step: 0 };
    const loss = tf.tidy(() => objective(tf.tensor2d(rows), tf.tensor1d(labels, "int32"), at).loss);
    const [value] = await loss.data();
    loss.dispose();
    const expected = losses.reduce((sum, loss) => sum + loss, 0) / losses.length;
    assert.ok(Math.abs(value! - expected) < 1e-5, `${miner}: wanted ${expected}, found ${value}`);
    found.add(Math.round(value! * 1e4));
  }
  assert.equal(found.size, miners.length);
});

Deno.test("a loss with weights of its own adds them to the model's, to be trained and kept", () => {
  const settings = completeSettings({ loss: "arcface" }) as typeof defaultSettings;
  assert.equal(settings.margin, null);
  const parameters = new Parameters(0);
  createObjective(settings, { parameters, embeddingSize: 6, classes: 5 });
  assert.deepEqual(parameters.trainable().map(({ name }) => name), ["loss.W"]);
  parameters.dispose();
});
