import * as tf from "@tensorflow/tfjs";
import { batchEasyHardMiner } from "./batch_easy_hard_miner.ts";
import { batchHardMiner } from "./batch_hard_miner.ts";
import { distanceWeightedMiner } from "./distance_weighted_miner.ts";
import type { Miner } from "./miner.ts";
import { multiSimilarityMiner } from "./multi_similarity_miner.ts";
import { pairMarginMiner } from "./pair_margin_miner.ts";
import { tripletBandMiner } from "./triplet_band_miner.ts";
import { message } from "../language/message.ts";
import { UserError } from "../language/user_error.ts";
import { minerNames } from "./miner_name.ts";
import { minerDefinitions } from "./miner_definitions.ts";
import type { OptionRules } from "../options/option_schema.ts";
import { requireName } from "../options/require_name.ts";
import { resolveOptions } from "../options/resolve_options.ts";

/**
 * Makes a miner.
 *
 * @param name "all" chooses nothing: every pair and triplet counts
 * @param given options, those of `minerRules[name]`; what is not given is as PyTorch Metric Learning
 * has it, on cosine distances
 * @throws {UserError} on an unknown name or option, an option out of range, or options that do not go
 * together
 */
export function createMiner(name: string, given: Readonly<Record<string, unknown>> = {}): Miner {
  requireName(message`miner`, name, minerNames);
  const options = <Rules extends OptionRules>(rules: Rules) =>
    resolveOptions(message`the miner "${name}"`, rules, given);
  switch (name) {
    case "all":
      options(minerDefinitions[name]);
      return { mine: () => null };
    case "hard":
    case "semi-hard":
    case "easy": {
      const band = { ...options(minerDefinitions[name]), select: name };
      return { mine: (embeddings) => tripletBandMiner(embeddings, band) };
    }
    case "batch-hard": {
      const { distance } = options(minerDefinitions[name]);
      return {
        mine: (embeddings, labels) =>
          tf.tidy(() => {
            const { positives, negatives } = batchHardMiner(embeddings, labels, { distance });
            const [n] = labels.shape;
            return {
              kind: "triplets" as const,
              positives: positives.reshape<tf.Tensor2D>([n, 1]),
              negatives: negatives.reshape<tf.Tensor2D>([n, 1]),
            };
          }),
      };
    }
    case "batch-easy-hard": {
      const sides = options(minerDefinitions[name]);
      requireSides(sides.positive, sides.negative);
      return { mine: (embeddings, labels) => batchEasyHardMiner(embeddings, labels, sides) };
    }
    case "pair-margin": {
      const margins = options(minerDefinitions[name]);
      return { mine: (embeddings, labels) => pairMarginMiner(embeddings, labels, margins) };
    }
    case "multi-similarity": {
      const similar = options(minerDefinitions[name]);
      return { mine: (embeddings, labels) => multiSimilarityMiner(embeddings, labels, similar) };
    }
    case "distance-weighted": {
      const drawn = options(minerDefinitions[name]);
      return {
        mine: (embeddings, labels, step) => distanceWeightedMiner(embeddings, labels, drawn, step),
      };
    }
  }
}

function requireSides(positive: string, negative: string): void {
  const sides = [positive, negative];
  if (!sides.includes("semi-hard") || sides.includes("easy") || sides.includes("hard")) return;
  throw new UserError(
    message`cannot use the miner "batch-easy-hard" with positive ${positive} and negative
      ${negative}: beside semi-hard wanted easy or hard`,
  );
}
