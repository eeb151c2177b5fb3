import type { Catalog } from "../dataset/catalog/catalog.ts";
import { bootstrapIntervals } from "../evaluation/intervals/bootstrap_intervals.ts";
import type { Embeddings } from "../evaluation/similarities/embeddings.ts";
import { hardestListedPairs } from "../evaluation/scores/hardest_pairs.ts";
import { labelListedPairs } from "../evaluation/scores/score_listed_pairs.ts";
import { openSetIdentification } from "../evaluation/identification/open_set_identification.ts";
import { openSetSplit } from "../evaluation/identification/open_set_split.ts";
import type { RowPair } from "../evaluation/scores/score_listed_pairs.ts";
import type { LabeledScores } from "../evaluation/scores/pair_scores.ts";
import { type SortedScores, sortScores } from "../evaluation/scores/sort_scores.ts";
import { negativeShift } from "../evaluation/threshold/negative_shift.ts";
import type { OperatingPoint } from "../evaluation/threshold/operating_points.ts";
import { crossValidateList } from "./pair_lists/cross_validate_list.ts";
import { enrollEach } from "./enroll_each.ts";
import { chooseFolderThreshold } from "./folder_threshold.ts";
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
  /** The false accept rate that a threshold is chosen for on these pairs. */
  readonly far: number;
  /** What the threshold was measured on, to compare the negative pairs with; null for nothing. */
  readonly known: {
    readonly operatingPoints: readonly OperatingPoint[];
    readonly identities: number;
  } | null;
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
  options: MeasureOptions,
): Promise<Measured> {
  const { threshold, onProgress } = options;
  const { scores, labeled, ...measured } = await measureAllPairs(embeddings, {
    threshold,
    seed,
    onProgress,
  });
  const rows = openSetSplit(embeddings, seed);
  return {
    ...measured,
    ...measureThreshold(scores, labeled, options),
    identification: openSetIdentification(embeddings, rows, { resolution }),
    crossValidation: null,
  };
}

function measureListed(
  embeddings: Embeddings,
  listed: readonly RowPair[],
  pairs: readonly (RowPair | null)[],
  options: MeasureOptions,
): Measured {
  const { threshold, folds, onProgress } = options;
  const { identities, ...scores } = labelListedPairs(embeddings, listed);
  // A list with folds is drawn so that its pairs count as independent.
  const sorted = sortScores(folds > 0 ? scores : { ...scores, identities });
  return {
    ...measureScores(sorted, threshold),
    ...measureThreshold(sorted, scores, options),
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

/** The threshold that these pairs choose, and whether they are of another kind than known ones. */
function measureThreshold(
  scores: SortedScores,
  labeled: LabeledScores,
  { far, known, onProgress }: MeasureOptions,
): Pick<FolderMetrics, "folderThreshold" | "shift"> {
  return {
    folderThreshold: chooseFolderThreshold(scores, labeled, {
      far,
      seed,
      onProgress: (done, total) => onProgress?.({ stage: "resampling", done, total }),
    }),
    shift: known && negativeShift(labeled, known.operatingPoints, known.identities),
  };
}
