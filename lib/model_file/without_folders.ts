import type { ModelMetadata } from "./model_metadata.ts";

/**
 * Metadata of a model for everybody to read: without the names of the folders that named thresholds were
 * chosen on. Nothing else in a model file names an identity, a folder or a path.
 */
export function withoutFolders({ thresholds, ...metadata }: ModelMetadata): ModelMetadata {
  if (!thresholds) return metadata;
  return { ...metadata, thresholds: thresholds.map((one) => ({ ...one, folder: "" })) };
}
