import * as tf from "@tensorflow/tfjs";
import { detach } from "../../kernels/runtime/detach.ts";
import { distanceOption } from "../distances/distance_option.ts";
import { option } from "../options/options.ts";
import { fromTo } from "../options/schemas.ts";
import { classMarginTerms, classScale } from "./class_margin_terms.ts";
import { classLoss } from "./comparison_loss.ts";
import { defineLoss, type LossDefinition } from "./loss_definition.ts";

/**
 * ArcFace (Deng et al. 2019): cross-entropy over classes, on cosines to the classes' weights. The angle
 * t to the own class is made larger by the margin m: cos(t + m), or cos t - m sin m if t + m is beyond
 * 180 degrees. As PyTorch Metric Learning's `ArcFaceLoss`.
 */
export const arcfaceLoss: LossDefinition<"arcface"> = defineLoss({
  name: "arcface",
  options: {
    distance: distanceOption(["cosine"]),
    margin: option(fromTo(0, 90), 28.6, {
      en: "angle in degrees that is added to the angle to the own class",
      ja: "自分のクラスとの角度に加える角度(度)",
    }),
    scale: classScale,
  },
  mined: [],
  create: ({ distance, margin, scale }, context) =>
    classLoss(
      distance,
      context,
      "loss.W",
      (comparison) => classMarginTerms(comparison, scale, (cosine) => addAngle(cosine, margin)),
    ),
});

/** The cosine of an angle that is made larger. */
function addAngle(cosine: tf.Tensor, degrees: number): tf.Tensor {
  const m = degrees * Math.PI / 180;
  // At an angle of 0 or 180 degrees, the sine has no slope.
  const sine = tf.sqrt(tf.maximum(tf.sub(1, tf.square(cosine)), 1e-7));
  const turned = tf.sub(tf.mul(cosine, Math.cos(m)), tf.mul(sine, Math.sin(m)));
  const lowered = tf.sub(cosine, m * Math.sin(m));
  const within = tf.step(tf.add(detach(cosine), Math.cos(m)));
  return tf.add(tf.mul(turned, within), tf.mul(lowered, tf.sub(1, within)));
}
