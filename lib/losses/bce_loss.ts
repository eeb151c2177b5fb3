import * as tf from "@tensorflow/tfjs";
import type { DistanceName } from "../distances/distance_name.ts";
import { distanceOption } from "../distances/distance_option.ts";
import type { Parameters } from "../model/layers/parameters.ts";
import type { Comparison, LossTerms } from "./comparison.ts";
import { batchLoss } from "./comparison_loss.ts";
import { memory } from "./cross_batch_memory.ts";
import { defineLoss, type LossDefinition, pairsOrTriplets } from "./loss_definition.ts";
import { pairWeights } from "./pair_weights.ts";
import { weightedMean } from "./weighted_mean.ts";

/**
 * Binary cross-entropy on pairs: -log of the probability that a pair is what it is, where
 * sigmoid(bias - scale x distance) is the probability of one identity. The positives together and the
 * negatives together weigh half each, however many there are, so that the probability is one for even
 * odds. Scale and bias are learned.
 */
export const bceLoss: LossDefinition<"bce"> = defineLoss({
  name: "bce",
  options: { distance: distanceOption(), memory },
  mined: pairsOrTriplets,
  create(options, context) {
    const logistic = createLogistic(context.parameters, options.distance);
    return batchLoss(options, context, (comparison) => bceTerms(comparison, logistic));
  },
});

/** What turns a distance into a probability. `[1]` each. */
interface Logistic {
  readonly scale: tf.Tensor1D;
  readonly bias: tf.Tensor1D;
}

/** At first the probability falls from 0.993 to 0.007 over a distance of 1 around the middle. */
function createLogistic(parameters: Parameters, distance: DistanceName): Logistic {
  const steepness = 10;
  const middle = { cosine: 0.5, euclidean: 1, squared: 1, dot: 0 }[distance];
  const create = (name: string, constant: number) =>
    parameters.create(name, [1], { constant }, { kind: "vector" }) as unknown as tf.Tensor1D;
  return {
    scale: create("loss.scale", steepness),
    bias: create("loss.bias", steepness * middle),
  };
}

function bceTerms(comparison: Comparison, { scale, bias }: Logistic): LossTerms {
  const { positives, negatives } = pairWeights(comparison);
  const logits = tf.sub(bias, tf.mul(comparison.distances, scale));
  const valid = tf.sum<tf.Scalar>(tf.add(positives, negatives));
  const loss = tf.add(
    weightedMean(tf.softplus(tf.neg(logits)), positives),
    weightedMean(tf.softplus(logits), negatives),
  );
  return { loss: tf.mul(loss, 0.5), active: valid, valid };
}
