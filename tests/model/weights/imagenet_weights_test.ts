import * as tf from "@tensorflow/tfjs";
import assert from "node:assert/strict";
import { join } from "node:path";
import { writeSafetensors } from "../../../lib/model_file/write_safetensors.ts";
import { createEmbeddingModel } from "../../../lib/model/embedding_model.ts";
import { backboneNames, findBackbone } from "../../../lib/model/backbones/registry.ts";
import { imageNetWeights } from "../../../lib/model/weights/imagenet_weights.ts";
import { loadWeights } from "../../../lib/model/weights/load_weights.ts";
import { readWeights } from "../../../lib/model/weights/weights.ts";
import { startHub } from "../../io/hub.ts";
import { needs } from "../../needs.ts";

/** As timm's list of pretrained networks has them. */
const hubModels: Record<string, string> = {
  tf_efficientnetv2_b0: "timm/tf_efficientnetv2_b0.in1k",
  tf_efficientnetv2_b1: "timm/tf_efficientnetv2_b1.in1k",
  tf_efficientnetv2_b2: "timm/tf_efficientnetv2_b2.in1k",
  tf_efficientnetv2_b3: "timm/tf_efficientnetv2_b3.in21k_ft_in1k",
  tf_efficientnetv2_s: "timm/tf_efficientnetv2_s.in21k_ft_in1k",
  tf_efficientnetv2_m: "timm/tf_efficientnetv2_m.in21k_ft_in1k",
  tf_efficientnet_lite0: "timm/tf_efficientnet_lite0.in1k",
  mobilenetv2_100: "timm/mobilenetv2_100.ra_in1k",
  resnet18: "timm/resnet18.a1_in1k",
  resnet50: "timm/resnet50.a1_in1k",
};

/** A test with an empty cache folder. */
function caching(name: string, test: (cacheFolder: string) => Promise<void>): void {
  Deno.test({
    name,
    ...needs({ read: true, write: true, net: true }),
    async fn() {
      const root = await Deno.makeTempDir();
      try {
        await test(join(root, "cache"));
      } finally {
        await Deno.remove(root, { recursive: true });
      }
    },
  });
}

caching("each backbone's weights come from timm's hub once", async (cacheFolder) => {
  const content = new TextEncoder().encode("weights");
  await using hub = startHub(content);
  for (const [name, model] of Object.entries(hubModels)) {
    const backbone = findBackbone(name);
    const path = await imageNetWeights(backbone, { cacheFolder, hub: hub.origin });
    assert.equal(path, join(cacheFolder, "weights", `${model.replace("/", "--")}.safetensors`));
    assert.deepEqual(await Deno.readFile(path), content);
    assert.equal(hub.paths.at(-2), `/${model}/resolve/main/model.safetensors`);
    // Whoever put it there.
    await Deno.writeTextFile(path, "other");
    assert.equal(await imageNetWeights(backbone, { cacheFolder, hub: hub.origin }), path);
    assert.equal(await Deno.readTextFile(path), "other");
  }
  assert.equal(hub.ranges.length, Object.keys(hubModels).length);

  const file = join(cacheFolder, "file");
  await Deno.writeTextFile(file, "");
  await assert.rejects(imageNetWeights(findBackbone("resnet18"), { cacheFolder: file }), {
    name: "UserError",
    message: /^cannot save the ImageNet weights of resnet18 at .*; make room for it there$/,
  });
});

Deno.test("a backbone that timm has no weights for is refused, with those that it has", async () => {
  const without = backboneNames().filter((name) => !(name in hubModels));
  assert.deepEqual(without.toSorted(), ["mobilenetv1_075", "tiny"]);
  const others = backboneNames().filter((name) => name in hubModels).join(", ");
  const choice = `choose one of the backbones ${others}`;
  const refused = (name: string, message: string) =>
    assert.rejects(imageNetWeights(findBackbone(name), { cacheFolder: "none" }), {
      name: "UserError",
      message,
    });
  await refused("tiny", `timm has no ImageNet weights of tiny: ${choice}`);
  await refused(
    "mobilenetv1_075",
    "timm has no ImageNet weights of mobilenetv1_075: give its layers model with weights, or " +
      choice,
  );
});

caching("what was downloaded fits a model of another size and embedding", async (cacheFolder) => {
  await tf.setBackend("cpu");
  const backbone = findBackbone("mobilenetv2_100");
  const create = (imageSize: number, embeddingSize: number, seed: number) =>
    createEmbeddingModel({ backbone, imageSize, embeddingSize, seed });
  const trained = create(224, 4, 1), model = create(32, 16, 2);
  const weights = new Map(await readWeights(trained.parameters));
  const file = new Map([...weights].filter(([name]) => !name.startsWith("head.")));
  file.set("classifier.weight", { shape: [1, 1280], data: new Float32Array(1280) });
  file.set("classifier.bias", { shape: [1], data: new Float32Array(1) });
  await Deno.mkdir(cacheFolder);
  const original = join(cacheFolder, "original");
  await writeSafetensors(original, file, {});

  await using hub = startHub(await Deno.readFile(original));
  const path = await imageNetWeights(backbone, { cacheFolder, hub: hub.origin });
  const { set, ignored } = await loadWeights(model, path);
  assert.equal(set, file.size - 2);
  assert.deepEqual(ignored.toSorted(), ["classifier.bias", "classifier.weight"]);
  for (const [name, tensor] of await readWeights(model.parameters)) {
    if (!name.startsWith("head.")) assert.deepEqual(tensor, weights.get(name), name);
  }
  trained.parameters.dispose();
  model.parameters.dispose();
});
