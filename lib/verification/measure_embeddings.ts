import type { Catalog } from "../dataset/catalog.ts";
import { bootstrapIntervals } from "../evaluation/bootstrap_intervals.ts";
import { detCurve } from "../evaluation/det_curve.ts";
import type { Embeddings } from "../evaluation/embeddings.ts";
import { errorRatesAt } from "../evaluation/error_rates_at.ts";
import { evaluatePairs } from "../evaluation/evaluate_pairs.ts";
import { labelListedPairs } from "../evaluation/label_listed_pairs.ts";
import { labelledScoresVisitor } from "../evaluation/label_scores.ts";
import { openSetIdentification } from "../evaluation/open_set_identification.ts";
import { openSetRows } from "../evaluation/open_set_rows.ts";
import type { PairScores } from "../evaluation/pair_scores.ts";
import { precisionRecallCurve } from "../evaluation/precision_recall_curve.ts";
import { retrievalVisitor } from "../evaluation/retrieval_figures.ts";
import { rocCurve } from "../evaluation/roc_curve.ts";
import type { RowPair } from "../evaluation/score_listed_pairs.ts";
import { pairScoresVisitor } from "../evaluation/score_pairs.ts";
import { type SortedScores, sortScores } from "../evaluation/sort_scores.ts";
import { walkSimilaritiesInParallel } from "../evaluation/walk_similarities_in_parallel.ts";
import { crossValidateList } from "./cross_validate_list.ts";
import { enrolEach } from "./enrol_each.ts";
import type { FolderFigures, VerificationMode } from "./folder_verification.ts";

/** Points that a drawn curve has, about. */
const resolution = 400;
/** Draws the strangers of open-set identification, and the identities of the bootstrap. */
const seed = 0;

/** How embeddings are measured. */
export interface MeasureOptions {
  readonly mode: VerificationMode;
  /** The threshold to decide by. */
  readonly threshold: number;
  /** Scores these rows alone, instead of all pairs; null for a pair that is left out. */
  readonly pairs?: readonly (RowPair | null)[];
  /** Folds of the pairs, one after the other; 0 for none. */
  readonly folds: number;
  /** Called now and then with the number of pictures compared with all others, and how many there are. */
  readonly onProgress?: (done: number, total: number) => void;
}

/**
 * Measures embeddings of a folder's pictures: scores once, sorts once.
 *
 * @throws {UserError} when there is no positive pair, no negative pair, or a score is not a number
 */
export async function measureEmbeddings(
  embeddings: Embeddings,
  catalog: Pick<Catalog, "identities">,
  options: MeasureOptions,
): Promise<FolderFigures> {
  const { mode, pairs } = options;
  const listed = pairs?.filter((pair) => pair !== null);
  return {
    ...(pairs && listed
      ? measureListed(embeddings, listed, pairs, options)
      : await measureAll(embeddings, options)),
    enrolled: mode === "one-to-one" ? enrolEach(embeddings, catalog, listed) : [],
  };
}

type Measured = Omit<FolderFigures, "enrolled">;

async function measureAll(
  embeddings: Embeddings,
  { threshold, onProgress }: MeasureOptions,
): Promise<Measured> {
  const pairScores = pairScoresVisitor(embeddings.labels);
  const labelled = labelledScoresVisitor(embeddings, { seed });
  const retrieval = retrievalVisitor(embeddings);
  await walkSimilaritiesInParallel(embeddings, [pairScores, labelled, retrieval], { onProgress });
  return {
    ...measureScores(pairScores.result(), threshold),
    intervals: bootstrapIntervals(labelled.result(), { seed }),
    retrieval: retrieval.result(),
    identification: openSetIdentification(embeddings, openSetRows(embeddings, seed), {
      resolution,
    }),
    crossValidation: null,
  };
}

function measureListed(
  embeddings: Embeddings,
  listed: readonly RowPair[],
  pairs: readonly (RowPair | null)[],
  { threshold, folds }: MeasureOptions,
): Measured {
  const scores = labelListedPairs(embeddings, listed);
  return {
    ...measureScores(scores, threshold),
    intervals: bootstrapIntervals(scores, { seed }),
    retrieval: null,
    identification: null,
    crossValidation: folds > 0 ? crossValidateList(embeddings, pairs, folds) : null,
  };
}

function measureScores(
  scores: PairScores,
  threshold: number,
): Pick<FolderFigures, "figures" | "decision" | "curves"> {
  const sorted: SortedScores = sortScores(scores);
  return {
    figures: evaluatePairs(sorted),
    decision: { threshold, ...errorRatesAt(sorted, threshold) },
    curves: {
      roc: rocCurve(sorted, { resolution }),
      precisionRecall: precisionRecallCurve(sorted, { resolution }),
      det: detCurve(sorted, { resolution }),
    },
  };
}
