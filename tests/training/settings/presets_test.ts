import assert from "node:assert/strict";
import { articleAugmentation } from "../../../lib/images/augment/augmentation.ts";
import type { SettingLayer } from "../../../lib/training/settings/setting_layer.ts";
import { mergeSettings } from "../../../lib/training/settings/merge_settings.ts";
import { presetNames, presetNotes } from "../../../lib/training/settings/presets.ts";
import { resolveSettings } from "../../../lib/training/settings/resolve_settings.ts";
import { formatMessage } from "../../../lib/language/user_message.ts";
import { defaultSettings } from "../../../lib/training/settings/train_settings.ts";

const data = "写真";
const common = { ...defaultSettings, data };

Deno.test("the article's preset is its recipe", () => {
  assert.deepEqual(resolveSettings({ data, preset: "article" }), {
    ...common,
    backbone: "tf_efficientnetv2_b0",
    weights: "imagenet",
    normalization: "imagenet",
    imageSize: 224,
    embeddingSize: 512,
    augmentation: articleAugmentation,
    loss: "triplet",
    miner: "all",
    distance: "cosine",
    margin: 0.1,
    optimizer: "adamw",
    learningRate: 1e-4,
    weightDecay: 1e-5,
    decayAll: true,
    schedule: "cosine",
    minimumRate: 1e-6,
    warmUp: 0,
    batch: 32,
    perIdentity: 4,
    epochs: 50,
  });
  assert.match(
    presetNotes.article.map((note) => formatMessage(note)).join("\n"),
    /never uses its validation split[^]*rises again/,
  );
});

Deno.test("every preset makes settings that go together", () => {
  for (const preset of presetNames) resolveSettings({ data, preset });
});

Deno.test("flags go before a file, a file before a preset, a preset before defaults", () => {
  const preset = { preset: "article" } as const;
  const { batch, margin, epochs, seed } = resolveSettings(
    { data },
    { ...preset, batch: 16, margin: 0.3 },
    { batch: 8 },
  );
  assert.deepEqual({ batch, margin, epochs, seed }, { batch: 8, margin: 0.3, epochs: 50, seed: 0 });
  // Wherever the preset is named, and the last one counts.
  const file = { data, batch: 16 };
  assert.equal(resolveSettings(file, preset).batch, 16);
  assert.equal(resolveSettings({ data, preset: "modern" }, preset).epochs, 50);
});

Deno.test("what suits an optimizer, a loss or a backbone fills in for silence alone", () => {
  assert.equal(resolveSettings({ data, optimizer: "sgd" }).learningRate, 0.05);
  const file = { data, learningRate: 0.007 };
  assert.equal(resolveSettings(file, { optimizer: "sgd" }).learningRate, 0.007);
  assert.equal(resolveSettings({ data, margin: 0.3 }, { loss: "contrastive" }).margin, 0.3);
  assert.equal(resolveSettings({ data, backbone: "resnet18" }).imageSize, 224);
  assert.equal(resolveSettings({ data, imageSize: 96 }, { backbone: "resnet18" }).imageSize, 96);
});

Deno.test("what was meant for another optimizer, loss or miner falls", () => {
  const preset = "article";
  const sgd = resolveSettings({ data, preset }, { optimizer: "sgd" });
  const { learningRate, minimumRate, weightDecay, schedule, decayAll, epochs } = sgd;
  assert.deepEqual(
    { learningRate, minimumRate, weightDecay, schedule, decayAll, epochs },
    {
      learningRate: 0.05,
      minimumRate: null,
      weightDecay: 1e-4,
      schedule: "cosine",
      decayAll: true,
      epochs: 50,
    },
  );
  const free = resolveSettings({ data, preset, optimizer: "schedule-free-adamw" });
  assert.deepEqual([free.schedule, free.learningRate], ["constant", 2.5e-3]);
  const told = resolveSettings({ data, preset }, { optimizer: "sgd", learningRate: 0.2 });
  assert.equal(told.learningRate, 0.2);
  const same = resolveSettings({ data, preset }, { optimizer: "adamw" });
  assert.equal(same.learningRate, 1e-4);

  assert.equal(resolveSettings({ data, preset }, { loss: "arcface" }).margin, null);
  const whole = { ...common, miner: "multi-similarity", loss: "contrastive", margin: 1 } as const;
  const tuned = { ...whole, minerOptions: { epsilon: 0.2 }, lossOptions: { squared: false } };
  const hard = resolveSettings(tuned, { miner: "hard" });
  assert.deepEqual([hard.minerOptions, hard.lossOptions], [{}, { squared: false }]);
  const supcon = resolveSettings(tuned, { loss: "supcon" });
  assert.deepEqual([supcon.minerOptions, supcon.lossOptions], [{ epsilon: 0.2 }, {}]);
});

Deno.test("of an augmentation and of options, what is not said stays", () => {
  const { augmentation } = resolveSettings(
    { data, preset: "article" },
    { augmentation: { erase: 0.5, hue: 0 } },
    { augment: { rotation: 3 } },
  );
  assert.deepEqual(augmentation, { ...articleAugmentation, erase: 0.5, hue: 0, rotation: 3 });
  const bare = resolveSettings({ data, augmentation: { flip: 0 } }, { augmentation: "none" });
  assert.deepEqual(new Set(Object.values(bare.augmentation)), new Set([0]));
  const layers = [
    { lossOptions: { swap: true, memory: 9 } },
    { augmentation: "none", augment: { flip: 1 }, lossOptions: { memory: 0 } },
  ] as const;
  const layered = mergeSettings({}, layers);
  assert.deepEqual(layered.lossOptions, { swap: true, memory: 0 });
  assert.equal(layered.augmentation?.flip, 1);
  assert.equal(layered.augmentation?.rotation, 0);
});

Deno.test("a batch that nobody asks for can shrink, that of a preset too", () => {
  const shrinks = (...layers: SettingLayer[]) => resolveSettings({ data }, ...layers).shrinkBatch;
  assert.equal(shrinks(), true);
  assert.equal(shrinks({ preset: "modern" }), true);
  // Images of an identity are kept, and say nothing about their number in a batch.
  assert.equal(shrinks({ perIdentity: 5 }), true);
  assert.equal(shrinks({ batch: 32 }), false);
  assert.equal(shrinks({ preset: "modern", batch: 64 }), false);
  assert.equal(shrinks({ batch: 32, shrinkBatch: true }), true);
  // The config of a run that shrank its batch, and a flag over it.
  assert.equal(shrinks({ batch: 24, shrinkBatch: true }, { batch: 32 }), false);
});

Deno.test("settings that do not go together are refused before any work", () => {
  const refused = (given: SettingLayer, message: RegExp) =>
    assert.throws(() => resolveSettings({ data }, given), { name: "UserError", message });
  refused({ loss: "arcface", miner: "hard" }, /"arcface" with the miner "hard": expected all$/);
  refused({ loss: "circle", distance: "dot" }, /"circle": distance: expected cosine, got "dot"$/);
  const unknown = "there is no such option; expected one of distance, margin, swap";
  refused({ lossOptions: { heat: 1 } }, new RegExp(`heat: ${unknown}`));
  refused({ lossOptions: { toString: 1 } }, new RegExp(`toString: ${unknown}`));
  refused({ batch: 30 }, /a batch of 30 images with 4 per identity/);
  refused({ preset: "article", learningRate: 1e-9 }, /minimumRate: .*the learning rate, 1e-9/);
});
