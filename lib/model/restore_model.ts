import type { ModelMetadata } from "../model_file/model_metadata.ts";
import type { TensorFile } from "../model_file/tensor_file.ts";
import { findBackbone } from "./backbones/registry.ts";
import { createEmbeddingModel, type EmbeddingModel } from "./embedding_model.ts";
import type { Weights } from "./weights/pytorch_layout.ts";
import { initialValuesFrom } from "./weights/weights.ts";

/**
 * Makes the model of a model file, on the current backend.
 *
 * @param source what messages call the file
 * @throws {UserError} if there is no such backbone, or the weights do not fit
 */
export function restoreModel(
  metadata: ModelMetadata,
  { tensors }: Pick<TensorFile, "tensors">,
  source: string,
): EmbeddingModel {
  const { backbone, imageSize, embeddingSize } = metadata;
  return createEmbeddingModel({
    backbone: findBackbone(backbone),
    normalization: metadata,
    imageSize,
    embeddingSize,
    seed: 0,
    // Initial values would take as much memory as the metadata claim, whatever the file holds.
    given: initialValuesFrom(tensors as Weights, source),
  });
}
