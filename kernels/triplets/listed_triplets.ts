import type * as tf from "@tensorflow/tfjs";
import isFinite from "../runtime/is_finite.wgsl" with { type: "text" };
import wgsl from "./listed_triplets.wgsl" with { type: "text" };
import * as reference from "../reference/triplets/listed_triplets.ts";
import type { TripletTermsOptions } from "../reference/triplets/triplet_terms.ts";
import { registerOp } from "../runtime/register_op.ts";
import { tripletTermConstants } from "./triplet_term_constants.ts";
import termsWgsl from "./triplet_terms.wgsl" with { type: "text" };

const run = registerOp<"distances" | "positives" | "negatives", TripletTermsOptions>({
  name: "FutagoListedTriplets",
  inputs: ["distances", "positives", "negatives"],
  dtype: "float32",
  outputShape: ({ distances }) => [4, ...distances],
  passes: ({ distances: [n, m] }, options) => [{
    source: [isFinite, termsWgsl, wgsl],
    constants: tripletTermConstants(options),
    uniforms: { margin: options.margin },
    threads: 64,
    workgroups: [Math.ceil(m! / 64), n!],
  }],
  reference: ({ distances, positives, negatives }, options) =>
    reference.listedTriplets(
      distances.values,
      distances.shape[1]!,
      positives.values,
      negatives.values,
      positives.shape[1]!,
      options,
    ),
});

/**
 * Adds up listed triplets: of row a, `positives[a, e]` and `negatives[a, e]`. One with -1 in it is
 * none. No gradient is defined: the first plane is one.
 *
 * @param inputs `distances` `[n, m]`; `positives` and `negatives` `[n, k]` int32, k at most m
 * @returns `[4, n, m]`: the derivative of the sum of losses by each distance; then, for position e of a
 * row, the loss, whether it is above 0, and whether there is a triplet
 */
export function listedTriplets(
  inputs: { distances: tf.Tensor2D; positives: tf.Tensor2D; negatives: tf.Tensor2D },
  options: TripletTermsOptions,
): tf.Tensor3D {
  return run(inputs, options) as tf.Tensor3D;
}
