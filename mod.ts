/**
 * Futago (双子, twins) trains image verifiers: two images in, "same or different, and how sure" out.
 *
 * This is what most programs need. The rest is in the rooms' own modules, such as
 * `@futago/futago/evaluation` and `@futago/futago/losses`.
 *
 * @module
 */

// Images and folders.
export { createSampleSet, type SampleSetOptions } from "./data/create_sample_set.ts";
export type { Catalog } from "./lib/dataset/catalog/catalog.ts";
export { indexFolder } from "./lib/dataset/catalog/index_folder.ts";
export type { Estimate } from "./lib/dataset/estimate/estimate.ts";
export { estimateCatalog, estimatePlan } from "./lib/dataset/estimate/estimate_pairs.ts";
export type { Pixels } from "./lib/images/decode/pixels.ts";
export { readImage } from "./lib/images/decode/read_image.ts";

// Training.
export { resumeRun } from "./lib/training/run_folder/run_folder.ts";
export { resolveSettings } from "./lib/training/settings/resolve_settings.ts";
export type { SettingLayer } from "./lib/training/settings/setting_layer.ts";
export type { TrainSettings } from "./lib/training/settings/train_settings.ts";
export { train } from "./lib/training/train.ts";
export type { TrainOptions } from "./lib/training/train_options.ts";
export type { TrainResult } from "./lib/training/train_result.ts";

// Verification.
export { loadVerifier } from "./lib/model/load_verifier.ts";
export type { Verifier } from "./lib/model/verifier.ts";
export { embed } from "./lib/verification/embed.ts";
export { readEmbeddings } from "./lib/embedding_file/read_embeddings.ts";
export type { EmbeddingTable } from "./lib/embedding_file/embedding_table.ts";
export {
  type EmbeddedFolder,
  embedFolder,
  type EmbedFolderOptions,
} from "./lib/verification/embed_folder.ts";
export { evaluate } from "./lib/evaluation/metrics/evaluate.ts";
export type { PairMetrics } from "./lib/evaluation/metrics/evaluate_pairs.ts";
export type { FolderVerification } from "./lib/verification/folder_verification.ts";
export {
  verifyEmbeddings,
  type VerifyEmbeddingsOptions,
} from "./lib/verification/verify_embeddings.ts";
export { verifyFolder, type VerifyFolderOptions } from "./lib/verification/verify_folder.ts";
export type { PairVerdict } from "./lib/verification/compare_embeddings.ts";
export { verifyPair } from "./lib/verification/verify_pair.ts";

// The machine.
export { type BackendName, type OpenBackend, openBackend } from "./lib/backends/open_backend.ts";
export type { Diagnosis } from "./lib/doctor/diagnosis.ts";
export { examineMachine } from "./lib/doctor/examine_machine.ts";

// Errors and messages.
export { UserError } from "./lib/language/user_error.ts";
export { formatMessage, type Language, type UserMessage } from "./lib/language/user_message.ts";
