import type { Catalog } from "../dataset/catalog.ts";
import { detCurve } from "../evaluation/det_curve.ts";
import type { Embeddings } from "../evaluation/embeddings.ts";
import { errorRatesAt } from "../evaluation/error_rates_at.ts";
import { evaluatePairs } from "../evaluation/evaluate_pairs.ts";
import { precisionRecallCurve } from "../evaluation/precision_recall_curve.ts";
import { rocCurve } from "../evaluation/roc_curve.ts";
import { type RowPair, scoreListedPairs } from "../evaluation/score_listed_pairs.ts";
import { scorePairs } from "../evaluation/score_pairs.ts";
import { sortScores } from "../evaluation/sort_scores.ts";
import { enrolEach } from "./enrol_each.ts";
import type { FolderFigures, VerificationMode } from "./folder_verification.ts";

/** Points that a drawn curve has, about. */
const resolution = 400;

/**
 * Measures embeddings of a folder's pictures: scores once, sorts once.
 *
 * @param wanted.pairs scores these rows alone, instead of all pairs; null counts for nothing
 * @param wanted.folds of the pairs, one after the other; 0 for none
 * @throws {UserError} when there is no positive pair, no negative pair, or a score is not a number
 */
export function measureEmbeddings(
  embeddings: Embeddings,
  catalog: Pick<Catalog, "identities">,
  { mode, threshold, pairs }: {
    mode: VerificationMode;
    threshold: number;
    pairs?: readonly (RowPair | null)[];
    folds: number;
  },
): FolderFigures {
  const listed = pairs?.filter((pair) => pair !== null);
  const scores = sortScores(
    listed ? scoreListedPairs(embeddings, listed) : scorePairs(embeddings),
  );
  return {
    figures: evaluatePairs(scores),
    decision: { threshold, ...errorRatesAt(scores, threshold) },
    curves: {
      roc: rocCurve(scores, { resolution }),
      precisionRecall: precisionRecallCurve(scores, { resolution }),
      det: detCurve(scores, { resolution }),
    },
    enrolled: mode === "one-to-one" ? enrolEach(embeddings, catalog, listed) : [],
  };
}
