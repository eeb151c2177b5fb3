/**
 * The model file: safetensors with the threshold and its metrics.
 *
 * @module
 */
export { type Fit, fits } from "./fit.ts";
export type {
  Calibration,
  ChosenBy,
  HeldOutIntervals,
  HeldOutMetrics,
  ModelMetadata,
  NamedThreshold,
} from "./model_metadata.ts";
export { findModel, type FoundModel } from "./find_model.ts";
export { modelMetadataToStrings } from "./model_metadata_schema.ts";
export { parseModelMetadata } from "./parse_model_metadata.ts";
export { parseSafetensors } from "./parse_safetensors.ts";
export { programVersion } from "./program_version.ts";
export { readSafetensors } from "./read_safetensors.ts";
export { type SeenGaps, SeenImages } from "./seen_images.ts";
export type { SeenByTraining, SeenPart } from "./seen_text.ts";
export type { FileTensor, TensorFile } from "./tensor_file.ts";
export { writeSafetensors } from "./write_safetensors.ts";
export {
  type LaterMetricKey,
  type OriginalMetricKey,
  originalMetricKeys,
} from "./model_metadata.ts";
export { newestRun } from "./newest_run.ts";
