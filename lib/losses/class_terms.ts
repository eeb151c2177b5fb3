import * as tf from "@tensorflow/tfjs";
import { detach } from "../../kernels/detach.ts";
import type { Comparison, LossTerms } from "./comparison.ts";
import { weightedLogSumExp } from "./weighted_log_sum_exp.ts";
import { activeWeight } from "./weighted_mean.ts";

/** Options of {@linkcode arcfaceTerms} and {@linkcode cosfaceTerms}. */
export interface ClassMarginOptions {
  /** Of ArcFace in degrees, 28.6 is usual; of CosFace in cosine, 0.35 is usual. */
  readonly margin: number;
  /** What cosines are multiplied by before softmax; above 0, 64 is usual. */
  readonly scale: number;
}

/**
 * ArcFace (Deng et al. 2019): cross-entropy over classes, on cosines to the classes' weights, where
 * the angle t to the own class is made larger by the margin m: cos(t + m), or cos t - m sin m where
 * t + m is beyond 180 degrees. As PyTorch Metric Learning's `ArcFaceLoss`.
 *
 * @param comparison of embeddings with one column a class, by cosine distance
 */
export function arcfaceTerms(
  comparison: Comparison,
  { margin, scale }: ClassMarginOptions,
): LossTerms {
  const m = margin * Math.PI / 180;
  return crossEntropy(comparison, scale, (cosine) => {
    // Where an angle is 0, or 180 degrees, the sine has no slope.
    const sine = tf.sqrt(tf.maximum(tf.sub(1, tf.square(cosine)), 1e-7));
    const turned = tf.sub(tf.mul(cosine, Math.cos(m)), tf.mul(sine, Math.sin(m)));
    const lowered = tf.sub(cosine, m * Math.sin(m));
    const within = tf.step(tf.add(detach(cosine), Math.cos(m)));
    return tf.add(tf.mul(turned, within), tf.mul(lowered, tf.sub(1, within)));
  });
}

/**
 * CosFace (Wang et al. 2018): cross-entropy over classes, on cosines to the classes' weights, where
 * the cosine to the own class is made smaller by the margin. As PyTorch Metric Learning's
 * `CosFaceLoss`.
 *
 * @param comparison of embeddings with one column a class, by cosine distance
 */
export function cosfaceTerms(
  comparison: Comparison,
  { margin, scale }: ClassMarginOptions,
): LossTerms {
  return crossEntropy(comparison, scale, (cosine) => tf.sub(cosine, margin));
}

/** @param harden makes the cosines to the own classes, `[n, 1]`, smaller */
function crossEntropy(
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
