import { scorePairs } from "../scores/score_pairs.ts";
import { requireFiniteEmbeddings } from "../similarities/require_finite_embeddings.ts";
import { evaluatePairs, type PairMetrics } from "./evaluate_pairs.ts";

/**
 * Measures how well embeddings tell identities apart, over all pairs of rows.
 *
 * @param embeddings `[n, d]`, row by row, each row of unit length, as `embed` gives them
 * @param labels `[n]`: the identity of each row, by name or by number
 * @throws {UserError} if there is no pair of one identity or of two, or an embedding contains NaN or
 *   infinity
 * @throws {RangeError} if the embeddings do not divide into as many rows as there are labels
 *
 * @example
 * ```ts
 * import { evaluate } from "@futago/futago";
 *
 * const embeddings = Float32Array.of(1, 0, 0.8, 0.6, 0, 1, -0.6, 0.8);
 * const { auc, eer } = evaluate(embeddings, ["Anna", "Anna", "Hans", "Hans"]);
 * console.log(auc, eer);
 * ```
 */
export function evaluate(
  embeddings: Float32Array,
  labels: readonly (string | number)[],
): PairMetrics {
  const dimension = embeddings.length / labels.length;
  if (!Number.isSafeInteger(dimension)) {
    throw new RangeError(`${embeddings.length} values do not make ${labels.length} rows`);
  }
  const identities = new Map([...new Set(labels)].map((label, index) => [label, index]));
  const rows = {
    values: embeddings,
    dimension,
    labels: Int32Array.from(labels, (label) => identities.get(label)!),
  };
  requireFiniteEmbeddings(rows);
  return evaluatePairs(scorePairs(rows));
}
