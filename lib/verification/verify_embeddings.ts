import type { EmbeddingTable } from "../embedding_file/embedding_table.ts";
import type { FolderVerification, VerificationMode } from "./folder_verification.ts";
import { measureEmbeddings } from "./measure_embeddings.ts";
import type { MeasureProgress } from "./measured_pairs.ts";
import { verificationMessages as messages } from "./messages.ts";
import { findPairs } from "./pair_lists/find_pairs.ts";
import { findListFaults } from "./pair_lists/list_faults.ts";
import type { PairList } from "./pair_lists/pair_list.ts";
import { requireBothKinds, requireFewImages } from "./requirements.ts";
import { countSelectedPairs } from "./select_images.ts";
import { UserError } from "../language/user_error.ts";

/** How to measure embeddings of a file. */
export interface VerifyEmbeddingsOptions {
  /** What messages call the embeddings, such as the path of their file. */
  readonly source: string;
  /** Which pairs make up the metrics. */
  readonly mode: VerificationMode;
  /** Images count as the same identity if their cosine similarity is at least this, -1 to 1. */
  readonly threshold: number;
  /** The false accept rate that a threshold is chosen for on these pairs: 0.01 by default. */
  readonly far?: number;
  /** Scores only these pairs, instead of all. */
  readonly list?: PairList;
  /** Called as the measurement goes on. */
  readonly onProgress?: (progress: MeasureProgress) => void;
}

/**
 * Measures embeddings of any model as `verifyFolder` measures a folder. It is not known what that model
 * was trained on.
 *
 * @throws {UserError} if there is no positive or no negative pair, or more than can be compared, or none
 *   of the listed pairs is there
 *
 * @example
 * ```ts
 * import { readEmbeddings, verifyEmbeddings } from "@futago/futago";
 *
 * const table = await readEmbeddings("embeddings.npy");
 * const options = { source: "embeddings.npy", mode: "one-to-many", threshold: 0.5 } as const;
 * const { metrics } = await verifyEmbeddings(table, options);
 * console.log(metrics.auc);
 * ```
 */
export async function verifyEmbeddings(
  table: EmbeddingTable,
  { source, mode, threshold, far = 0.01, list, onProgress }: VerifyEmbeddingsOptions,
): Promise<FolderVerification> {
  const { labels, paths, identities } = table;
  const images = paths.map((path, row) => ({ path, label: labels[row]! }));
  const found = list && findPairs(list.pairs, { root: "", images, identities });
  const present = found?.pairs.filter((pair) => pair !== null);
  if (list && present!.length === 0) {
    const { missing: [missing] } = found!, pairs = list.pairs.length;
    throw new UserError(
      messages.listedPairsMissing({ pairs, folder: source, missing: missing! }),
    );
  }
  const rows = [...(present ? new Set(present.flatMap(({ a, b }) => [a, b])) : images.keys())];
  const counts = countSelectedPairs({ images }, { images: rows, pairs: found?.pairs });
  requireBothKinds(counts, `"${source}"`);
  if (!list) requireFewImages(rows.length, counts, `"${source}"`);
  const embeddings = { ...table, images: [...images.keys()] };
  const folds = list?.folds ?? 0;
  return {
    mode: list && mode === "one-to-many" ? "listed" : mode,
    identities: new Set(rows.map((row) => labels[row])).size,
    images: rows.length,
    embeddings,
    ...await measureEmbeddings(embeddings, table, {
      mode,
      threshold,
      far,
      known: null,
      pairs: found?.pairs,
      folds,
      onProgress,
    }),
    thresholdInterval: null,
    targetFar: null,
    named: null,
    provisional: false,
    skipped: [],
    missingPairs: list ? list.pairs.length - present!.length : 0,
    missing: found?.missing ?? [],
    seen: null,
    seenPairs: 0,
    copies: 0,
    listFaults: found ? findListFaults(found.pairs) : null,
  };
}
