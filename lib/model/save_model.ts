import { join } from "node:path";
import type { ModelMetadata } from "../artefact/model_metadata.ts";
import { modelMetadataToStrings } from "../artefact/model_metadata_to_strings.ts";
import { writeSafetensors } from "../artefact/write_safetensors.ts";
import type { Weights } from "./weights.ts";

/** The file of a run that holds its model. */
export const modelFile = "model.safetensors";

/** Writes a run's model, with all that a reader needs, whole or not at all. */
export async function saveModel(
  run: string,
  weights: Weights,
  metadata: ModelMetadata,
): Promise<void> {
  await writeSafetensors(join(run, modelFile), weights, modelMetadataToStrings(metadata));
}
