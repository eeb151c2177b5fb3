import * as tf from "@tensorflow/tfjs";
import { option } from "../options/options.ts";
import { above } from "../options/schemas.ts";
import type { Comparison, LossTerms } from "./comparison.ts";
import { weightedLogSumExp } from "./weighted_log_sum_exp.ts";
import { activeWeight } from "./weighted_mean.ts";

/** The option "scale" of a loss with a margin between classes. */
export const classScale = option(above(0), 64, {
  en: "factor of the cosines before the softmax",
  ja: "ソフトマックスの前にコサインに掛ける係数",
});

/**
 * Cross-entropy over classes, on scaled cosines to the classes' weights.
 *
 * @param comparison of embeddings with one column a class, by cosine distance
 * @param harden makes the cosines to the own classes, `[n, 1]`, smaller
 */
export function classMarginTerms(
  { similarities: cosines, all }: Comparison,
  scale: number,
  harden: (cosine: tf.Tensor) => tf.Tensor,
): LossTerms {
  const own = tf.sum(tf.mul(cosines, all.positives), 1, true);
  const hardened = harden(own);
  const logits = tf.mul(tf.add(cosines, tf.mul(all.positives, tf.sub(hardened, own))), scale);
  const classes = tf.add(all.positives, all.negatives) as tf.Tensor2D;
  const sums = weightedLogSumExp(logits as tf.Tensor2D, classes);
  const losses = tf.sub(sums, tf.mul(hardened, scale));
  const rows = tf.onesLike(losses);
  return { loss: tf.mean(losses), active: activeWeight(losses, rows), valid: tf.sum(rows) };
}
