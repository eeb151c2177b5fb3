import { join } from "node:path";
import { modelFile } from "../model_file/find_model.ts";
import type { ModelMetadata } from "../model_file/model_metadata.ts";
import { modelMetadataToStrings } from "../model_file/model_metadata_schema.ts";
import { writeSafetensors } from "../model_file/write_safetensors.ts";
import type { Weights } from "./weights/pytorch_layout.ts";

/** Writes a run's model with all that a reader needs. The file is written whole or not at all. */
export async function saveModel(
  run: string,
  weights: Weights,
  metadata: ModelMetadata,
): Promise<void> {
  await writeSafetensors(join(run, modelFile), weights, modelMetadataToStrings(metadata));
}
