/**
 * Futago (双子, twins) trains image verifiers: two pictures in, "same or different, and how sure" out.
 *
 * @module
 */

export { UserError } from "./lib/user_error.ts";

// Dataset: index a folder, count its pairs, split it, draw batches.
export type { Catalog, CatalogImage, ImageFormat, LeftOut } from "./lib/dataset/catalog.ts";
export type { Split } from "./lib/dataset/split.ts";

// Images: decode, resize, cache.
export type { Pixels } from "./lib/images/pixels.ts";

// Kernels, miners and losses.

// Backends.

// Model and artefact.
export type {
  Calibration,
  HeldOutFigures,
  ModelMetadata,
  OperatingPoint,
} from "./lib/artefact/model_metadata.ts";
export type { Verifier } from "./lib/model/verifier.ts";

// Training.

// Evaluation and verification.
export type { Embeddings } from "./lib/evaluation/embeddings.ts";

// Sample set.
