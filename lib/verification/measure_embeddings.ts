import type { Catalog } from "../dataset/catalog/catalog.ts";
import { bootstrapIntervals } from "../evaluation/intervals/bootstrap_intervals.ts";
import type { Embeddings } from "../evaluation/similarities/embeddings.ts";
import { hardestListedPairs } from "../evaluation/scores/hardest_pairs.ts";
import { labelListedPairs } from "../evaluation/scores/score_listed_pairs.ts";
import { openSetIdentification } from "../evaluation/identification/open_set_identification.ts";
import { openSetSplit } from "../evaluation/identification/open_set_split.ts";
import type { RowPair } from "../evaluation/scores/score_listed_pairs.ts";
import { sortScores } from "../evaluation/scores/sort_scores.ts";
import { crossValidateList } from "./pair_lists/cross_validate_list.ts";
import { enrollEach } from "./enroll_each.ts";
import type { FolderMetrics, VerificationMode } from "./folder_verification.ts";
import { HARDEST_COUNT, measureAllPairs } from "./measure_all_pairs.ts";
import type { MeasureProgress } from "./measured_pairs.ts";
import { measureScores } from "./measure_scores.ts";

/** About how many points the curve of open-set identification has. */
const resolution = 400;
/** Seed of the unknown identities of open-set identification, and of the bootstrap. */
const seed = 0;

/** How embeddings are measured. */
export interface MeasureOptions {
  /** Which pairs make up the metrics. */
  readonly mode: VerificationMode;
  /** The threshold to decide by. */
  readonly threshold: number;
  /** Scores only these pairs of rows, instead of all; null for a pair that is left out. */
  readonly pairs?: readonly (RowPair | null)[];
  /** Folds of the pairs, one after the other; 0 for none. */
  readonly folds: number;
  /** Called as the measurement goes on. */
  readonly onProgress?: (progress: MeasureProgress) => void;
}

/**
 * Measures embeddings of a folder's images: scores once, sorts once.
 *
 * @throws {UserError} if there is no positive pair, no negative pair, or a score is not a number
 */
export async function measureEmbeddings(
  embeddings: Embeddings,
  catalog: Pick<Catalog, "identities">,
  options: MeasureOptions,
): Promise<FolderMetrics> {
  const { mode, pairs } = options;
  const listed = pairs?.filter((pair) => pair !== null);
  return {
    ...(pairs && listed
      ? measureListed(embeddings, listed, pairs, options)
      : await measureAll(embeddings, options)),
    enrolled: mode === "one-to-one"
      ? enrollEach(embeddings, catalog, {
        pairs: listed,
        onProgress: (done, total) => options.onProgress?.({ stage: "enrolling", done, total }),
      })
      : [],
  };
}

type Measured = Omit<FolderMetrics, "enrolled">;

async function measureAll(
  embeddings: Embeddings,
  { threshold, onProgress }: MeasureOptions,
): Promise<Measured> {
  const { scores: _, ...measured } = await measureAllPairs(embeddings, {
    threshold,
    seed,
    onProgress,
  });
  const rows = openSetSplit(embeddings, seed);
  return {
    ...measured,
    identification: openSetIdentification(embeddings, rows, { resolution }),
    crossValidation: null,
  };
}

function measureListed(
  embeddings: Embeddings,
  listed: readonly RowPair[],
  pairs: readonly (RowPair | null)[],
  { threshold, folds, onProgress }: MeasureOptions,
): Measured {
  const { identities, ...scores } = labelListedPairs(embeddings, listed);
  return {
    // A list with folds is drawn so that its pairs count as independent.
    ...measureScores(sortScores(folds > 0 ? scores : { ...scores, identities }), threshold),
    intervals: bootstrapIntervals(scores, {
      seed,
      threshold,
      onProgress: (done, total) => onProgress?.({ stage: "resampling", done, total }),
    }),
    retrieval: null,
    byIdentity: null,
    hardest: hardestListedPairs(listed, scores, HARDEST_COUNT),
    identification: null,
    crossValidation: folds > 0 ? crossValidateList(embeddings, pairs, folds) : null,
  };
}
