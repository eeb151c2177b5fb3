import { openBackend } from "../../lib/backends/open_backend.ts";
import { findBackbone } from "../../lib/model/backbones/registry.ts";
import { createEmbeddingModel } from "../../lib/model/embedding_model.ts";
import { saveModel } from "../../lib/model/save_model.ts";
import { readWeights } from "../../lib/model/weights/weights.ts";
import { metadata } from "../verification/fixtures.ts";

/** Writes an untrained model into the folder of a run. */
export async function putRun(run: string): Promise<void> {
  await openBackend("wasm");
  const backbone = findBackbone("tiny");
  const embeddingSize = 8;
  const { parameters } = createEmbeddingModel({
    backbone,
    imageSize: 32,
    embeddingSize,
    seed: 1,
  });
  await Deno.mkdir(run, { recursive: true });
  const { mean, std } = backbone;
  const weights = await readWeights(parameters);
  await saveModel(run, weights, { ...metadata, imageSize: 32, embeddingSize, mean, std });
  parameters.dispose();
}
