import type * as tf from "@tensorflow/tfjs";
import type { DistanceName } from "../distances/distance_name.ts";
import { arcfaceLoss } from "./arcface_loss.ts";
import { bceLoss } from "./bce_loss.ts";
import { circleLoss } from "./circle_loss.ts";
import { classWeights } from "./class_weights.ts";
import type { Comparison, LossTerms } from "./comparison.ts";
import { comparisonLoss } from "./comparison_loss.ts";
import { contrastiveLoss } from "./contrastive_loss.ts";
import { cosfaceLoss } from "./cosface_loss.ts";
import { CrossBatchMemory } from "./cross_batch_memory.ts";
import type { Loss } from "./loss.ts";
import { multiSimilarityLoss } from "./multi_similarity_loss.ts";
import { ntxentLoss } from "./ntxent_loss.ts";
import { proxyAnchorLoss } from "./proxy_anchor_loss.ts";
import { supconLoss } from "./supcon_loss.ts";
import { tripletLoss } from "./triplet_loss.ts";
import { message } from "../language/message.ts";
import type { Parameters } from "../model/layers/parameters.ts";
import { fusedTripletLoss } from "./fused_triplet_loss.ts";
import { lossNames } from "./loss_name.ts";
import { lossDefinitions } from "./loss_definitions.ts";
import type { OptionRule, OptionRules, Options } from "../options/option_schema.ts";
import { requireName } from "../options/require_name.ts";
import { requireObjective } from "../training/settings/require_objective.ts";
import { resolveOptions } from "../options/resolve_options.ts";

/** What a loss with own weights, or a memory, needs to know. */
export interface LossContext {
  /** Where the loss creates its weights and its memory, named "loss.…". */
  readonly parameters: Parameters;
  readonly embeddingSize: number;
  /** How many identities there are to train on: labels go from 0 to classes - 1. */
  readonly classes: number;
}

/**
 * Makes a loss.
 *
 * @param given options, those of `lossRules[name]`; what is not given has its usual value
 * @throws {UserError} on an unknown name or option, an option out of range, or a distance that the
 * loss does not take
 */
export function createLoss(
  name: string,
  { distance, ...given }: { readonly distance: DistanceName; readonly [option: string]: unknown },
  { parameters, embeddingSize, classes }: LossContext,
): Loss {
  requireName(message`loss`, name, lossNames);
  requireObjective({ loss: name, miner: "all", distance, lossOptions: given });
  const subject = message`the loss "${name}"`;
  const onBatch = <Rules extends MemoryRules>(
    rules: Rules,
    terms: (comparison: Comparison, options: Options<Rules>) => LossTerms,
  ) => {
    const options = resolveOptions(subject, rules, given);
    const size = options["memory"] as number;
    const memory = size > 0 ? new CrossBatchMemory(parameters, { size, embeddingSize }) : null;
    return comparisonLoss(
      distance,
      (comparison) => terms(comparison, options),
      memory ? (embeddings, labels) => memory.remember(embeddings, labels) : undefined,
    );
  };
  const onClasses = <Rules extends OptionRules>(
    rules: Rules,
    weights: string,
    terms: (comparison: Comparison, options: Options<Rules>) => LossTerms,
  ) => {
    const options = resolveOptions(subject, rules, given);
    const references = classWeights(parameters, weights, { embeddingSize, classes });
    return comparisonLoss(distance, (comparison) => terms(comparison, options), references);
  };
  switch (name) {
    case "triplet": {
      const general = onBatch(lossDefinitions[name].options, tripletLoss);
      const { margin, swap, smooth, mean, memory } = resolveOptions(
        subject,
        lossDefinitions[name].options,
        given,
      );
      const plain = !swap && !smooth && mean === "active" && memory === 0;
      const hasKernel = distance === "cosine" || distance === "euclidean";
      return plain && hasKernel ? fusedTripletLoss({ margin, distance }, general) : general;
    }
    case "contrastive":
      return onBatch(lossDefinitions[name].options, contrastiveLoss);
    case "bce": {
      const logistic = createLogistic(parameters, distance);
      return onBatch(lossDefinitions[name].options, (comparison) => bceLoss(comparison, logistic));
    }
    case "ntxent":
      return onBatch(lossDefinitions[name].options, ntxentLoss);
    case "supcon":
      return onBatch(lossDefinitions[name].options, supconLoss);
    case "multi-similarity":
      return onBatch(lossDefinitions[name].options, multiSimilarityLoss);
    case "circle":
      return onBatch(lossDefinitions[name].options, circleLoss);
    case "arcface":
      return onClasses(lossDefinitions[name].options, "loss.W", arcfaceLoss);
    case "cosface":
      return onClasses(lossDefinitions[name].options, "loss.W", cosfaceLoss);
    case "proxy-anchor":
      return onClasses(lossDefinitions[name].options, "loss.proxies", proxyAnchorLoss);
  }
}

type MemoryRules = OptionRules & { readonly memory: OptionRule<number> };

/** A new bce loss's probability falls from 0.993 to 0.007 over a distance of 1, around the middle. */
function createLogistic(parameters: Parameters, distance: DistanceName) {
  const steepness = 10;
  const middle = { cosine: 0.5, euclidean: 1, squared: 1, dot: 0 }[distance];
  const create = (name: string, constant: number) =>
    parameters.create(name, [1], { constant }, { kind: "vector" }) as unknown as tf.Tensor1D;
  return {
    scale: create("loss.scale", steepness),
    bias: create("loss.bias", steepness * middle),
  };
}
