import { ifExists } from "../../io/if_exists.ts";
import { UserError } from "../../language/user_error.ts";
import { contentHash } from "../../model_file/content_hash.ts";
import type { NamedThreshold } from "../../model_file/model_metadata.ts";
import { parseModelMetadata } from "../../model_file/parse_model_metadata.ts";
import { readSafetensors } from "../../model_file/read_safetensors.ts";
import type { Weights } from "../../model/weights/pytorch_layout.ts";

/** The named thresholds of a model that is about to be replaced. */
export interface NamedThresholds {
  /** Those that hold for the new weights too, because they are the same. */
  readonly kept: readonly NamedThreshold[];
  /** Names of those that do not: other weights give other similarities. */
  readonly dropped: readonly string[];
}

/**
 * Finds out which named thresholds of a model file the model that replaces it can keep: all if its weights
 * are the same to the bit, otherwise none.
 *
 * @param path of the model file, which may be missing or damaged: then there are none
 * @param weights of the new model
 */
export async function namedThresholds(path: string, weights: Weights): Promise<NamedThresholds> {
  try {
    const file = await ifExists(readSafetensors(path));
    const thresholds = file ? parseModelMetadata(file.metadata, path).thresholds ?? [] : [];
    if (!file || thresholds.length === 0) return { kept: [], dropped: [] };
    const hashOf = (tensors: typeof file.tensors) => contentHash({ tensors, metadata: {} });
    return hashOf(weights) === hashOf(file.tensors)
      ? { kept: thresholds, dropped: [] }
      : { kept: [], dropped: thresholds.map(({ name }) => name) };
  } catch (error) {
    if (error instanceof UserError) return { kept: [], dropped: [] };
    throw error;
  }
}
