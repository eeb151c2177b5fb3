import type { ModelMetadata } from "../model_file/model_metadata.ts";
import { modelMetadataToStrings } from "../model_file/model_metadata_schema.ts";
import { withoutFolders } from "../model_file/without_folders.ts";

/**
 * What a reader of an ONNX file finds in its metadata: the texts of the model file, those by which you
 * decide apart as plain numbers, and what the graph takes. Normalization is in the graph.
 */
export function onnxMetadata(metadata: ModelMetadata): Record<string, string> {
  const { mean: _, std: __, ...texts } = modelMetadataToStrings(withoutFolders(metadata));
  const { threshold, targetFar, far, frr } = metadata.calibration;
  return {
    threshold: String(threshold),
    targetFar: String(targetFar),
    far: String(far),
    frr: String(frr),
    similarity: "cosine",
    input: "RGB, 0 to 255, channels first",
    ...texts,
    fit: metadata.fit ?? "stretch",
  };
}
