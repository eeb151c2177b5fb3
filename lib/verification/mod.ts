/**
 * Verification of two images, of a folder, and of a list of pairs.
 *
 * @module
 */
export type { SeenInTraining } from "./exclude_seen.ts";
export type {
  EnrolledMetrics,
  FolderMetrics,
  FolderVerification,
  VerificationMode,
} from "./folder_verification.ts";
export { type MeasureAllOptions, measureAllPairs } from "./measure_all_pairs.ts";
export type { MeasuredPairs, MeasureProgress, VerificationCurves } from "./measured_pairs.ts";
export { findPairs, type FoundPairs } from "./pair_lists/find_pairs.ts";
export { formatPairList } from "./pair_lists/format_pair_list.ts";
export { type MadePairList, makePairList } from "./pair_lists/make_pair_list.ts";
export type { ListFaults } from "./pair_lists/list_faults.ts";
export type { ImageReference, ListedPair, PairList } from "./pair_lists/pair_list.ts";
export { parsePairList } from "./pair_lists/parse_pair_list.ts";
export { verifyFolder, type VerifyFolderOptions, type VerifyProgress } from "./verify_folder.ts";
export { chooseDecision, type Decision, type ThresholdChoice } from "./choose_decision.ts";
export type { FolderThreshold } from "./folder_threshold.ts";
export { compareEmbeddings, type PairVerdict } from "./compare_embeddings.ts";
export { describeAnswer, describeVerdict } from "./describe_verdict.ts";
export { verdictLabels } from "./verdict_labels.ts";
export { verifyPair } from "./verify_pair.ts";
export { type EmbeddedFolder, embedFolder, type EmbedFolderOptions } from "./embed_folder.ts";
export { verifyEmbeddings, type VerifyEmbeddingsOptions } from "./verify_embeddings.ts";
export type { EmbeddingTable } from "../embedding_file/embedding_table.ts";
export { readEmbeddings } from "../embedding_file/read_embeddings.ts";
export { embeddingFormats, findEmbeddingFormat } from "../embedding_file/embedding_formats.ts";
export type {
  EmbeddingColumns,
  EmbeddingFormat,
  EmbeddingRows,
  EmbeddingWriter,
} from "../embedding_file/embedding_format.ts";
export type { NamedImages } from "./pair_lists/image_finder.ts";
export { embed } from "./embed.ts";
export type { CatalogEmbeddings } from "./embed_catalog.ts";
export type { PairSampling, SampledPairList } from "./pair_lists/sample_pair_list.ts";
export {
  describeFraction,
  describeRates,
  type MeasuredRates,
  type PairFraction,
  pairFraction,
} from "./describe_rates.ts";
