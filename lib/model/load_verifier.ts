import { type BackendName, openBackend } from "../backends/open_backend.ts";
import { UserError } from "../language/user_error.ts";
import { findModel, modelFile } from "../model_file/find_model.ts";
import { parseModelMetadata } from "../model_file/parse_model_metadata.ts";
import { readSafetensors } from "../model_file/read_safetensors.ts";
import { findBackbone } from "./backbones/registry.ts";
import { embedImages } from "./embed_images.ts";
import { createEmbeddingModel } from "./embedding_model.ts";
import { modelMessages } from "./messages.ts";
import type { Verifier } from "./verifier.ts";
import type { Weights } from "./weights/pytorch_layout.ts";
import { initialValuesFrom } from "./weights/weights.ts";

/**
 * Loads the model of a run, ready to embed images.
 *
 * @param run the folder of the run, or its model file
 * @param backend where it computes; "auto" lets {@linkcode openBackend} choose
 * @throws {UserError} if the run has no model, or the model is damaged or of another version
 *
 * @example
 * ```ts
 * import { loadVerifier } from "@futago/futago";
 *
 * using verifier = await loadVerifier("runs/faces");
 * console.log(verifier.metadata.backbone, verifier.metadata.calibration.threshold);
 * ```
 */
export async function loadVerifier(
  run: string,
  backend: BackendName | "auto" = "auto",
): Promise<Verifier> {
  const { file: path } = await findModel(run);
  const { tensors, metadata: strings } = await readSafetensors(path).catch((error) => {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
    throw new UserError(modelMessages.fileMissing({ run, file: modelFile }));
  });
  const metadata = parseModelMetadata(strings, path);
  const backbone = findBackbone(metadata.backbone);
  const { check } = await openBackend(backend);
  const { imageSize, embeddingSize } = metadata;
  const model = createEmbeddingModel({
    backbone,
    normalization: metadata,
    imageSize,
    embeddingSize,
    seed: 0,
    // Initial values would take as much memory as the metadata claim, whatever the file holds.
    given: initialValuesFrom(tensors as Weights, path),
  });
  return {
    metadata,
    async embed(images) {
      const embeddings = await embedImages(model, images, imageSize);
      check();
      return embeddings;
    },
    [Symbol.dispose]: () => model.parameters.dispose(),
  };
}
