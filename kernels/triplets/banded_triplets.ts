import type * as tf from "@tensorflow/tfjs";
import wgsl from "./banded_triplets.wgsl" with { type: "text" };
import isFinite from "../runtime/is_finite.wgsl" with { type: "text" };
import * as reference from "../reference/triplets/banded_triplets.ts";
import { registerOp } from "../runtime/register_op.ts";
import { tripletTermConstants } from "./triplet_term_constants.ts";
import termsWgsl from "./triplet_terms.wgsl" with { type: "text" };

const run = registerOp<
  "distances" | "mined" | "labels" | "others",
  reference.BandedTripletsOptions
>({
  name: "FutagoBandedTriplets",
  inputs: ["distances", "mined", "labels", "others"],
  dtype: "float32",
  outputShape: ({ distances }) => [4, ...distances],
  passes: ({ distances: [n, m] }, options) => [{
    source: [isFinite, termsWgsl, wgsl],
    constants: tripletTermConstants(options),
    uniforms: { margin: options.margin, offset: options.self, ...options.band },
    threads: 64,
    workgroups: [Math.ceil(m! / 64), n!],
  }],
  reference: ({ distances, mined, labels, others }, options) =>
    reference.bandedTriplets(
      distances.values,
      mined.values,
      labels.values,
      others.values,
      options,
    ),
});

/**
 * Adds up all triplets of a row as anchor, a column of its label and a column of another, whose
 * t = d(a, n) - d(a, p) lies in a band. A column labelled below 0 is none. Memory grows with n m, time
 * with n m². No gradient is defined: the first plane is one.
 *
 * @param inputs `distances` `[n, m]`, by which the loss is computed; `mined` `[n, m]`, by which the
 * band is looked at; `labels` `[n]` and `others` `[m]` int32
 * @returns `[4, n, m]`: the derivative of the sum of losses by each distance; then, for anchor and
 * positive, the sum of losses, how many are above 0, and how many triplets there are
 */
export function bandedTriplets(
  inputs: {
    distances: tf.Tensor2D;
    mined: tf.Tensor2D;
    labels: tf.Tensor1D;
    others: tf.Tensor1D;
  },
  options: reference.BandedTripletsOptions,
): tf.Tensor3D {
  return run(inputs, options) as tf.Tensor3D;
}
