import * as tf from "@tensorflow/tfjs";
import { tripletBand } from "../../kernels/reference/triplets/triplet_band.ts";
import { distanceOption } from "../distances/distance_option.ts";
import { option } from "../options/options.ts";
import { atLeast } from "../options/schemas.ts";
import { minerDistances } from "./miner_distances.ts";
import { defineMiner, type MinerDefinition } from "./miner_definition.ts";

/** The triplets whose negative is nearer than the positive. */
export const hardMiner: MinerDefinition<"hard"> = tripletMarginMiner("hard");

/** The triplets whose negative is farther than the positive, but not by the margin. */
export const semiHardMiner: MinerDefinition<"semi-hard"> = tripletMarginMiner("semi-hard");

/** The triplets whose negative is farther than the positive by more than the margin. */
export const easyMiner: MinerDefinition<"easy"> = tripletMarginMiner("easy");

/** Above any t of distances, but finite for shaders. */
const largest = 3e38;

/**
 * PyTorch Metric Learning's `TripletMarginMiner`. It chooses triplets by
 * t = d(anchor, negative) - d(anchor, positive), and gives them as that rule: see `MinedBand`.
 */
function tripletMarginMiner<const Name extends "hard" | "semi-hard" | "easy">(
  name: Name,
): MinerDefinition<Name> {
  return defineMiner({
    name,
    options: {
      distance: distanceOption(),
      margin: option(atLeast(0), 0.2, {
        en: "margin between semi-hard and easy triplets",
        ja: "semi-hard と easy のトリプレットを分けるマージン",
      }),
    },
    kindOf: () => "band",
    mine: (embeddings, _labels, { distance, margin }) => ({
      kind: "band",
      distances: tf.tidy(() => minerDistances(embeddings, distance)),
      band: name === "easy" ? { above: margin, upTo: largest } : tripletBand(name, margin),
    }),
  });
}
