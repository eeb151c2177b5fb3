import * as tf from "@tensorflow/tfjs";
import { distanceConstants } from "./distance_constants.ts";
import { DISTANCE_TILE } from "./distance_tile.ts";
import isFinite from "./is_finite.wgsl" with { type: "text" };
import wgsl from "./mine_rows.wgsl" with { type: "text" };
import type { Distance } from "./reference/distance.ts";
import * as reference from "./reference/mine_rows.ts";
import { registerOp } from "./register_op.ts";
import { toRows } from "./to_rows.ts";

/** What one pass of `mine_rows.wgsl` seeks. */
const SEEK = { HARDEST: 0, POSITIVE_AND_DISTANCE: 1, SEMI_HARD: 2 };

/** How rows are mined. */
export interface MineRowsOptions {
  /** "cosine" wants rows of unit length. */
  readonly distance: Distance;
  readonly negatives: reference.MinedNegatives;
}

/** Mined rows of a batch of n: for each row the index of another, -1 where there is none. */
export interface MinedRowTensors {
  /** `[n]` int32: the farthest row of the same label. */
  readonly positives: tf.Tensor1D;
  /** `[n]` int32: the wanted row of another label. */
  readonly negatives: tf.Tensor1D;
}

const run = registerOp<"rows" | "labels", MineRowsOptions>({
  name: "FutagoMineRows",
  inputs: ["rows", "labels"],
  dtype: "int32",
  outputShape: ({ labels }) => [2, labels[0]!],
  passes: ({ labels }, { distance, negatives }) => {
    const seeks = negatives === "hardest"
      ? [SEEK.HARDEST]
      : [SEEK.POSITIVE_AND_DISTANCE, SEEK.SEMI_HARD];
    return seeks.map((seek) => ({
      source: [DISTANCE_TILE.wgsl, isFinite, wgsl],
      constants: {
        // The root keeps the order, but rounds some distances that differ to the same number.
        ...distanceConstants(distance === "euclidean" ? "squared" : distance),
        ...SEEK,
        SEEK: seek,
      },
      threads: DISTANCE_TILE.threads,
      workgroups: [Math.ceil(labels[0]! / DISTANCE_TILE.size), 1],
    }));
  },
  reference: ({ rows, labels }, { distance, negatives }) => {
    const mined = reference.mineRows(
      toRows(rows),
      labels.values as Int32Array,
      distance,
      negatives,
    );
    return [...mined.positives, ...mined.negatives];
  },
});

/**
 * Mines, for every row, its hardest positive and one negative, without ever storing the distances:
 * memory grows with n. Of equal distances the lowest index wins. A pair whose distance is not finite
 * does not take part. Indices have no gradient.
 *
 * @param rows `[n, d]`
 * @param labels `[n]` int32
 */
export function mineRows(
  rows: tf.Tensor2D,
  labels: tf.Tensor1D,
  options: MineRowsOptions,
): MinedRowTensors {
  return tf.tidy(() => {
    const [positives, negatives] = tf.unstack(run({ rows, labels }, options));
    return { positives, negatives } as { positives: tf.Tensor1D; negatives: tf.Tensor1D };
  });
}
