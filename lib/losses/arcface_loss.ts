import * as tf from "@tensorflow/tfjs";
import { detach } from "../../kernels/runtime/detach.ts";
import { type ClassMarginOptions, classMarginTerms } from "./class_margin_terms.ts";
import type { Comparison, LossTerms } from "./comparison.ts";

/**
 * ArcFace (Deng et al. 2019): cross-entropy over classes, on cosines to the classes' weights, where
 * the angle t to the own class is made larger by the margin m: cos(t + m), or cos t - m sin m where
 * t + m is beyond 180 degrees. As PyTorch Metric Learning's `ArcFaceLoss`.
 *
 * @param comparison of embeddings with one column a class, by cosine distance
 */
export function arcfaceLoss(
  comparison: Comparison,
  { margin, scale }: ClassMarginOptions,
): LossTerms {
  const m = margin * Math.PI / 180;
  return classMarginTerms(comparison, scale, (cosine) => {
    // Where an angle is 0, or 180 degrees, the sine has no slope.
    const sine = tf.sqrt(tf.maximum(tf.sub(1, tf.square(cosine)), 1e-7));
    const turned = tf.sub(tf.mul(cosine, Math.cos(m)), tf.mul(sine, Math.sin(m)));
    const lowered = tf.sub(cosine, m * Math.sin(m));
    const within = tf.step(tf.add(detach(cosine), Math.cos(m)));
    return tf.add(tf.mul(turned, within), tf.mul(lowered, tf.sub(1, within)));
  });
}
