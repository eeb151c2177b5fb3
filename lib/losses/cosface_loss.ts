import * as tf from "@tensorflow/tfjs";
import { distanceOption } from "../distances/distance_option.ts";
import { option } from "../options/options.ts";
import { atLeast } from "../options/schemas.ts";
import { classMarginTerms, classScale } from "./class_margin_terms.ts";
import { classLoss } from "./comparison_loss.ts";
import { defineLoss, type LossDefinition } from "./loss_definition.ts";

/**
 * CosFace (Wang et al. 2018): cross-entropy over classes, on cosines to the classes' weights. The
 * cosine to the own class is made smaller by the margin. As PyTorch Metric Learning's `CosFaceLoss`.
 */
export const cosfaceLoss: LossDefinition<"cosface"> = defineLoss({
  name: "cosface",
  options: {
    distance: distanceOption(["cosine"]),
    margin: option(atLeast(0), 0.35, {
      en: "what is subtracted from the cosine to the own class",
      ja: "自分のクラスとのコサインから引く値",
    }),
    scale: classScale,
  },
  mined: [],
  create: ({ distance, margin, scale }, context) =>
    classLoss(
      distance,
      context,
      "loss.W",
      (comparison) => classMarginTerms(comparison, scale, (cosine) => tf.sub(cosine, margin)),
    ),
});
