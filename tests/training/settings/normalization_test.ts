import assert from "node:assert/strict";
import { join } from "node:path";
import { loadVerifier } from "../../../lib/model/load_verifier.ts";
import { findBackbone } from "../../../lib/model/backbones/registry.ts";
import { normalizationOf } from "../../../lib/training/settings/normalization_of.ts";
import { aucOf } from "../auc_of.ts";
import { training } from "../fixtures.ts";

// As torchvision and timm have them.
const imageNet = { mean: [0.485, 0.456, 0.406], std: [0.229, 0.224, 0.225] };

Deno.test("images are normalized as the backbone wants, or as ImageNet's are", () => {
  const v2 = { mean: [0.5, 0.5, 0.5], std: [0.5, 0.5, 0.5] };
  const of = (backbone: string, normalization: "backbone" | "imagenet") =>
    normalizationOf({ backbone, normalization });
  assert.deepEqual(of("tf_efficientnetv2_s", "backbone"), v2);
  assert.deepEqual(of("tf_efficientnetv2_s", "imagenet"), imageNet);
  assert.deepEqual(of("tf_efficientnetv2_b0", "backbone"), imageNet);
});

training("a model is used with the normalization that it was trained with", async (workshop) => {
  const { root, train } = workshop;
  const plain = await train("plain", { epochs: 1 });
  const result = await train("run", { epochs: 1, normalization: "imagenet" });
  assert.notEqual(result.heldOut.auc, plain.heldOut.auc);
  const verifier = await loadVerifier(join(root, "run"), "wasm");
  const { mean, std } = verifier.metadata;
  assert.deepEqual({ mean, std }, imageNet);
  assert.notDeepEqual(mean, findBackbone("tiny").mean);
  assert.equal(await aucOf(verifier, workshop, "run", "validation"), result.best.auc);
  assert.equal(await aucOf(verifier, workshop, "run", "test"), result.heldOut.auc);
  verifier[Symbol.dispose]();
});
