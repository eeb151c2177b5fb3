import { dirname } from "node:path";
import { readSafetensors } from "../../model_file/read_safetensors.ts";
import { SeenImages } from "../../model_file/seen_images.ts";
import { weightsFile } from "../../model/weights/weights_file.ts";

/**
 * Finds out what the initial weights of a run saw.
 *
 * @param weights as in the settings
 * @returns null for weights that Futago did not train
 * @throws {UserError} if there are no such weights, or their record is damaged
 */
export async function seenByWeights(weights: string): Promise<SeenImages | null> {
  if (weights === "none" || weights === "imagenet") return null;
  const file = await weightsFile(weights);
  if (file.endsWith(".json")) return null;
  const { metadata } = await readSafetensors(file);
  if (metadata.catalogHash === undefined) return null;
  return await SeenImages.read(dirname(file)) ?? new SeenImages([null]);
}

/**
 * What the initial weights of a run saw, by the run's own record.
 *
 * @param weights as in the settings
 * @returns null for weights that saw no identity
 * @throws {UserError} if the record is damaged
 */
export async function seenBefore(run: string, weights: string): Promise<SeenImages | null> {
  if (weights === "none" || weights === "imagenet") return null;
  const [, ...before] = (await SeenImages.read(run))?.trainings ?? [];
  return before.length > 0 ? new SeenImages(before) : null;
}
