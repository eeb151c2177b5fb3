import * as tf from "@tensorflow/tfjs";
import { type ClassMarginOptions, classMarginTerms } from "./class_margin_terms.ts";
import type { Comparison, LossTerms } from "./comparison.ts";

/**
 * CosFace (Wang et al. 2018): cross-entropy over classes, on cosines to the classes' weights, where
 * the cosine to the own class is made smaller by the margin. As PyTorch Metric Learning's
 * `CosFaceLoss`.
 *
 * @param comparison of embeddings with one column a class, by cosine distance
 */
export function cosfaceLoss(
  comparison: Comparison,
  { margin, scale }: ClassMarginOptions,
): LossTerms {
  return classMarginTerms(comparison, scale, (cosine) => tf.sub(cosine, margin));
}
