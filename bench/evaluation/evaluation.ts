import { detCurve } from "../../lib/evaluation/curves/det_curve.ts";
import { openSetIdentification } from "../../lib/evaluation/identification/open_set_identification.ts";
import { openSetSplit } from "../../lib/evaluation/identification/open_set_split.ts";
import { precisionRecallCurve } from "../../lib/evaluation/curves/precision_recall_curve.ts";
import { rocCurve } from "../../lib/evaluation/curves/roc_curve.ts";
import { measureAllPairs } from "../../lib/verification/measure_all_pairs.ts";

/** What measuring all pairs cost. */
export interface EvaluationFigures {
  readonly images: number;
  readonly dimension: number;
  readonly pairs: number;
  readonly auc: number;
  readonly seconds: number;
  /** Of the whole process afterwards, in MiB. */
  readonly residentMebibytes: number;
}

/**
 * Measures all pairs of random embeddings: every figure with its interval, every curve, retrieval and
 * open-set identification.
 *
 * @param images how many, 20 an identity
 * @param apart how far identities are apart, in units of the spread within one
 */
export async function benchEvaluation(
  { images = 10_000, dimension = 512, apart }: {
    images?: number;
    dimension?: number;
    apart: number;
  },
): Promise<EvaluationFigures> {
  const identities = images / 20;
  const centres = Float32Array.from({ length: identities * dimension }, draws(1));
  const values = Float32Array.from({ length: images * dimension }, draws(2));
  const labels = Int32Array.from({ length: images }, (_, i) => i % identities);
  labels.forEach((label, i) => {
    const row = values.subarray(i * dimension, (i + 1) * dimension);
    let squares = 0;
    for (let k = 0; k < dimension; k++) {
      row[k]! += apart * centres[label * dimension + k]!;
      squares += row[k]! ** 2;
    }
    for (let k = 0; k < dimension; k++) row[k]! /= Math.sqrt(squares);
  });
  const embeddings = { values, dimension, labels };
  const start = performance.now();
  const { scores, metrics: figures } = await measureAllPairs(embeddings, {
    threshold: 0.5,
    seed: 0,
  });
  for (const curve of [rocCurve, precisionRecallCurve, detCurve]) {
    curve(scores, { resolution: 300 });
  }
  openSetIdentification(embeddings, openSetSplit(embeddings, 0));
  return {
    images,
    dimension,
    pairs: images * (images - 1) / 2,
    auc: figures.auc,
    seconds: (performance.now() - start) / 1000,
    residentMebibytes: Deno.memoryUsage().rss / 2 ** 20,
  };
}

/** Uniform numbers from -0.5 to 0.5, by a linear congruence (Numerical Recipes). */
function draws(seed: number): () => number {
  let state = seed;
  return () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32 - 0.5;
}
