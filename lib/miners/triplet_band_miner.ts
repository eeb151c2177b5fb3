import * as tf from "@tensorflow/tfjs";
import {
  tripletBand,
  type TripletSelection,
} from "../../kernels/reference/triplets/triplet_band.ts";
import type { DistanceName } from "../distances/distance_name.ts";
import type { MinedBand } from "../../kernels/mining/mined.ts";
import { minerDistances } from "./miner_distances.ts";

/** Options of {@linkcode tripletBandMiner}. */
export interface TripletBandMinerOptions {
  readonly distance: DistanceName;
  readonly margin: number;
  /** "easy" keeps what "all" leaves: t > margin. */
  readonly select: TripletSelection | "easy";
}

/** Above any t of distances, and yet a number for shaders. */
const LARGEST = 3e38;

/**
 * The triplets of PyTorch Metric Learning's `TripletMarginMiner`, chosen by
 * t = d(anchor, negative) - d(anchor, positive). They are said by their rule: see `MinedBand`.
 *
 * @param embeddings `[n, d]`, raw
 */
export function tripletBandMiner(
  embeddings: tf.Tensor2D,
  { distance, margin, select }: TripletBandMinerOptions,
): MinedBand {
  const band = select === "easy" ? { above: margin, upTo: LARGEST } : tripletBand(select, margin);
  return { kind: "band", distances: tf.tidy(() => minerDistances(embeddings, distance)), band };
}
