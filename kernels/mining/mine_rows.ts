import * as tf from "@tensorflow/tfjs";
import bestWgsl from "./best_of_rows.wgsl" with { type: "text" };
import { distanceTile } from "../distances/distance_tile.ts";
import wgsl from "./mine_rows.wgsl" with { type: "text" };
import slotsWgsl from "./mined_slots.wgsl" with { type: "text" };
import type { Distance } from "../reference/distances/distance.ts";
import * as reference from "../reference/mining/mine_rows.ts";
import { registerOp } from "../runtime/register_op.ts";
import type { Pass } from "../runtime/run_passes.ts";
import { toRows } from "../distances/to_rows.ts";
import { inQuads, readQuad } from "../runtime/quads.ts";
import * as onWasm from "../wasm/ops/mine_rows.ts";

/** What one round of `mine_rows.wgsl` looks for. */
const SEEK = { HARDEST: 0, FARTHEST: 1, SEMI_HARD: 2 };

/** Pairs of a tile with others in one launch: they take at most 512 bytes per row. */
const maxSlots = 16;

/** How rows are mined. */
export interface MineRowsOptions {
  /** "cosine" needs rows of unit length. */
  readonly distance: Distance;
  /** Which row of another label. */
  readonly negatives: reference.MinedNegatives;
}

/** Mined rows of a batch of n: for each row the index of another, -1 where there is none. */
export interface MinedRowTensors {
  /** `[n]` int32: the farthest row of the same label. */
  readonly positives: tf.Tensor1D;
  /** `[n]` int32: the mined row of another label. */
  readonly negatives: tf.Tensor1D;
}

const run = registerOp<"rows" | "labels", MineRowsOptions>({
  name: "FutagoMineRows",
  inputs: ["rows", "labels"],
  dtype: "int32",
  outputShape: ({ rows: [n, d] }, options) => [meetings(n!, d!, options).planes, n!],
  passes({ rows: [n, d] }, options) {
    const { tile, tiles, shifts, slots } = meetings(n!, d!, options);
    const round = (seek: number, kinds: number): Pass[] => {
      const pass = (PICKS: number, firstShift: number, workgroups: [number, number]): Pass => ({
        source: [readQuad("rows", d!), tile.wgsl, bestWgsl, slotsWgsl, wgsl],
        constants: { ...tile.constants, ...SEEK, SEEK: seek, KINDS: kinds, SLOTS: slots, PICKS },
        uniforms: { firstShift },
        quads: inQuads(d!) ? ["rows"] : [],
        threads: tile.threads,
        workgroups,
      });
      if (slots === 0) return [pass(0, 0, [1, 1])];
      const passes: Pass[] = [];
      for (let shift = 0; shift < shifts; shift += slots) {
        passes.push(pass(0, shift, [tiles, Math.min(slots, shifts - shift)]));
      }
      return [...passes, pass(1, 0, [Math.ceil(n! / 4 / tile.threads), 1])];
    };
    return options.negatives === "hardest"
      ? round(SEEK.HARDEST, 2)
      : [...round(SEEK.FARTHEST, 1), ...round(SEEK.SEMI_HARD, 1)];
  },
  reference({ rows, labels }, options) {
    const [n, d] = rows.shape as [number, number];
    const numbers = labels.values as Int32Array;
    const mined = reference.mineRows(toRows(rows), numbers, options.distance, options.negatives);
    const planes = new Int32Array(meetings(n, d, options).planes * n);
    planes.set(mined.positives);
    planes.set(mined.negatives, n);
    return planes;
  },
  wasm: (program, { rows, labels }, options) => onWasm.mineRows(program, rows, labels, options),
});

/** How pairs of tiles are spread over launches. */
function meetings(n: number, dimension: number, { distance, negatives }: MineRowsOptions) {
  // The root keeps the order, but rounds some different distances to the same value.
  const order = distance === "euclidean" ? "squared" : distance;
  const tile = distanceTile({ rows: n, columns: n / 2, dimension, distance: order });
  const tiles = Math.ceil(n / tile.size);
  const shifts = Math.floor(tiles / 2) + 1;
  const slots = tiles === 1 ? 0 : Math.ceil(shifts / Math.ceil(shifts / maxSlots));
  return {
    tile,
    /** On a side. */
    tiles,
    /** How many tiles each meets. */
    shifts,
    /** How many of these share a launch. */
    slots,
    /** Planes of the result, and of what workgroups leave for each other. */
    planes: 2 + 4 * slots * (negatives === "hardest" ? 2 : 1),
  };
}

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
    const planes = run({ rows, labels }, options) as tf.Tensor2D;
    const [positives, negatives] = [0, 1].map((plane) =>
      tf.reshape(tf.slice(planes, [plane, 0], [1, labels.size]), [labels.size])
    );
    return { positives, negatives } as { positives: tf.Tensor1D; negatives: tf.Tensor1D };
  });
}
