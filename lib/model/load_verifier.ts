import { join } from "node:path";
import { parseModelMetadata } from "../model_file/parse_model_metadata.ts";
import { readSafetensors } from "../model_file/read_safetensors.ts";
import { type BackendName, openBackend } from "../backends/open_backend.ts";
import { message } from "../language/message.ts";
import { UserError } from "../language/user_error.ts";
import { embedImages } from "./embed_images.ts";
import { createEmbeddingModel } from "./embedding_model.ts";
import { findBackbone } from "./backbones/find_backbone.ts";
import { initialValuesFrom } from "./weights/weights_to_values.ts";
import { modelFile } from "./save_model.ts";
import type { Verifier } from "./verifier.ts";
import type { Weights } from "./weights/weights.ts";

/**
 * Loads the model of a run, ready to embed pictures.
 *
 * @param run the run's folder
 * @param backend where it computes; "auto" as {@linkcode openBackend} chooses
 * @throws {UserError} when the run has no model, or it is damaged or of another version
 */
export async function loadVerifier(
  run: string,
  backend: BackendName | "auto" = "auto",
): Promise<Verifier> {
  const path = join(run, modelFile);
  const { tensors, metadata: strings } = await readSafetensors(path).catch((error) => {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
    throw new UserError(
      message`cannot load a model from "${run}": it has no ${modelFile}; train one, or name another
        run`,
    );
  });
  const metadata = parseModelMetadata(strings, path);
  const backbone = findBackbone(metadata.backbone);
  const { check } = await openBackend(backend);
  const { imageSize, embeddingSize } = metadata;
  const model = createEmbeddingModel({
    backbone,
    normalisation: metadata,
    imageSize,
    embeddingSize,
    seed: 0,
    // Drawn and then replaced, they would take what the metadata say, not what the file holds.
    given: initialValuesFrom(tensors as Weights, path),
  });
  return {
    metadata,
    async embed(images) {
      const embeddings = await embedImages(model, images, imageSize);
      check();
      return embeddings;
    },
    dispose: () => model.parameters.dispose(),
  };
}
