import assert from "node:assert/strict";
import { join } from "node:path";
import { writeSafetensors } from "../../lib/model_file/write_safetensors.ts";
import { openWasm } from "../../lib/backends/wasm.ts";
import { createEmbeddingModel } from "../../lib/model/embedding_model.ts";
import { findBackbone } from "../../lib/model/backbones/registry.ts";
import { readWeights } from "../../lib/model/weights/weights.ts";
import type { TrainEvent } from "../../lib/training/loop/train_event.ts";
import { assertRefused, training } from "./fixtures.ts";

training("a run starts from timm's weights in the cache, and goes on without", async (workshop) => {
  const { root, train } = workshop;
  const folder = join(root, "cache", "weights");
  const path = join(folder, "timm--mobilenetv2_100.ra_in1k.safetensors");
  const backbone = findBackbone("mobilenetv2_100");
  const settings = { backbone: backbone.name, weights: "imagenet" };
  const events: TrainEvent[] = [];
  const options = {
    signal: AbortSignal.abort(),
    onEvent: (event: TrainEvent) => void events.push(event),
  };
  await openWasm();
  const trained = createEmbeddingModel({ backbone, imageSize: 32, embeddingSize: 8, seed: 9 });
  const file = new Map(await readWeights(trained.parameters));
  trained.parameters.dispose();
  file.delete("head.weight");
  file.delete("head.bias");
  await Deno.mkdir(folder, { recursive: true });
  await writeSafetensors(path, file, {});

  await train("run", settings, options);
  const found = events.find((event) => event.kind === "weights");
  assert.deepEqual(found, { kind: "weights", path, set: file.size, ignored: [] });
  assert.deepEqual(events.filter(({ kind }) => kind === "download"), []);

  await Deno.remove(path);
  await train("run", settings, { ...options, resume: true });
  // Without it a run would download, which the stop forbids.
  events.length = 0;
  await assertRefused(train("other", settings, options), /^stopped while downloading the ImageNet/);
  assert.deepEqual(events, []);
}, { images: 4 });
