import * as tf from "@tensorflow/tfjs";
import { l2Normalize } from "../../kernels/distances/l2_normalize.ts";
import { allTriplets } from "../../kernels/triplets/all_triplets.ts";
import { bandedTriplets } from "../../kernels/triplets/banded_triplets.ts";
import { listedTriplets } from "../../kernels/triplets/listed_triplets.ts";
import { distanceOption } from "../distances/distance_option.ts";
import { option, type OptionValues } from "../options/options.ts";
import { atLeast, flag, oneOf } from "../options/schemas.ts";
import type { Comparison, LossTerms } from "./comparison.ts";
import { batchLoss } from "./comparison_loss.ts";
import { memory } from "./cross_batch_memory.ts";
import type { LossValue } from "./loss.ts";
import { defineLoss, type LossDefinition } from "./loss_definition.ts";
import { lossMessages } from "./messages.ts";

const options = {
  distance: distanceOption(),
  margin: option(atLeast(0), 0.1, {
    en: "how much farther a negative should be than a positive",
    ja: "負例が正例よりどれだけ遠くあるべきか",
  }),
  swap: option(flag, false, {
    en:
      "take the nearer of anchor and positive as the anchor of the negative (Balntas et al. 2016)",
    ja: "アンカーと正例のうち、負例に近い方からの距離を使います(Balntas et al. 2016)",
  }),
  smooth: option(flag, false, {
    en: "use softplus in place of max(0, x)",
    ja: "max(0, x) の代わりにソフトプラスを使います",
  }),
  mean: option(oneOf("active", "all"), "active", {
    en: "average over the triplets with a loss, or over all",
    ja: "損失のあるトリプレットの平均にするか、全体の平均にするか",
  }),
  memory,
};

/**
 * The triplet margin loss max(0, d(a, p) - d(a, n) + margin), as PyTorch Metric Learning's
 * `TripletMarginLoss`. It makes no list of triplets if none was mined.
 */
export const tripletLoss: LossDefinition<"triplet"> = defineLoss({
  name: "triplet",
  options,
  mined: ["triplets", "band"],
  conflict: ({ swap, memory }) => swap && memory > 0 ? lossMessages.swapWithMemory() : null,
  create(options, context) {
    const general = batchLoss(
      options,
      context,
      (comparison) => tripletTerms(comparison, options),
    );
    const { distance, margin, swap, smooth, mean, memory } = options;
    const isPlain = !swap && !smooth && mean === "active" && memory === 0;
    if (!isPlain || (distance !== "cosine" && distance !== "euclidean")) return general;
    return {
      // On WebGPU, fused kernels take a few launches where the general loss takes dozens. On
      // processors the general loss is as fast.
      apply: (embeddings, labels, mined) =>
        mined === null && tf.getBackend() === "webgpu"
          ? allTripletsLoss(embeddings, labels, { margin, distance })
          : general.apply(embeddings, labels, mined),
    };
  },
});

/** Every t of distances. */
const everyTriplet = { above: -3e38, upTo: 3e38 };

/**
 * The triplet margin loss of a comparison.
 *
 * @throws {Error} if pairs were mined, which are no triplets
 */
export function tripletTerms(
  { distances, labels, others, self, mined }: Comparison,
  { margin, swap, smooth, mean }: Omit<OptionValues<typeof options>, "distance" | "memory">,
): LossTerms {
  if (mined?.kind === "pairs") throw new Error("the triplet loss got pairs in place of triplets");
  const options = { margin, swap, term: smooth ? "softplus" : "hinge" } as const;
  const sums = tf.customGrad((...inputs) => {
    const [distances, save] = inputs as unknown as [tf.Tensor2D, tf.GradSaveFunc];
    const planes = mined?.kind === "triplets"
      ? listedTriplets(
        { distances, positives: mined.positives, negatives: mined.negatives },
        options,
      )
      : bandedTriplets(
        { distances, mined: mined?.distances ?? distances, labels, others },
        { ...options, self, band: mined?.band ?? everyTriplet },
      );
    const [slopes, ...rowSums] = tf.unstack(planes);
    const [loss, active, valid] = rowSums.map((rows) => tf.sum(rows));
    const count = tf.maximum(mean === "all" ? valid! : active!, 1);
    save([tf.div(slopes!, count)]);
    return {
      value: tf.stack([tf.div(loss!, count), active!, valid!]),
      gradFunc: (upstream: tf.Tensor, [slopes]: tf.Tensor[]) =>
        tf.mul(slopes!, tf.slice(upstream, 0, 1)),
    };
  })(distances);
  const [loss, active, valid] = tf.unstack(sums) as [tf.Scalar, tf.Scalar, tf.Scalar];
  return { loss, active, valid };
}

/**
 * The triplet margin loss over all triplets of a batch, averaged over those with a loss, straight from
 * the embeddings: distances, loss and gradient are fused.
 *
 * @param embeddings `[n, d]`, raw: normalized here
 * @param labels `[n]` int32
 */
export function allTripletsLoss(
  embeddings: tf.Tensor2D,
  labels: tf.Tensor1D,
  { margin, distance }: { readonly margin: number; readonly distance: "cosine" | "euclidean" },
): LossValue {
  return tf.tidy(() => {
    const unit = l2Normalize(embeddings);
    const summary = allTriplets(unit, labels, { margin, distance, select: "all" });
    return { loss: summary.slice(0, 1).asScalar(), summary };
  });
}
