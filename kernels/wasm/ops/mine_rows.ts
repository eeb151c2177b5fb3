import type * as tf from "@tensorflow/tfjs";
import type { Distance } from "../../reference/distances/distance.ts";
import type { MinedNegatives } from "../../reference/mining/mine_rows.ts";
import type { WasmProgram } from "../runtime/wasm_program.ts";
import { packRows } from "./pack_rows.ts";
import { rowsPerItem } from "./rows_per_item.ts";

/** Rows of a block are a multiple of this: of a tile's six rows and of a panel's eight. */
const blockStep = 24;
/** Larger blocks are read less often. */
const maxBlock = 96;
/** So many blocks keep all threads busy in every round. */
const minBlocks = 32;

/** Products of lengths in between neither overflow nor lose digits. */
const shortest = 2 ** -30, longest = 2 ** 30;

/**
 * Mines as the reference does, index for index, by the kernel `mineRows`, see `assembly/`. Memory grows
 * with n.
 *
 * @param rows `[n, d]`
 * @param labels `[n]` int32
 * @returns `[2, n]` int32: the positives, then the negatives
 */
export function mineRows(
  program: WasmProgram,
  rows: tf.TensorInfo,
  labels: tf.TensorInfo,
  { distance, negatives }: { distance: Distance; negatives: MinedNegatives },
): tf.TensorInfo {
  const [n, d] = rows.shape as [number, number];
  const isCosine = distance === "cosine";
  const norms = squaredNorms(program, rows);
  const length = Math.sqrt(norms.filter(Number.isFinite).reduce((a, b) => Math.max(a, b), 0));
  const isInRange = length === 0 || (length > shortest && length < longest);
  const scale = isInRange ? 1 : 2 ** -Math.ceil(Math.log2(length));
  const scaled = isInRange ? rows : scaleRows(program, rows, scale);
  const panels = packRows(program, scaled);
  const block = Math.min(maxBlock, blockStep * Math.ceil(n / (minBlocks * blockStep)));
  const blocks = Math.ceil(n / block), count = blocks * block;
  const seekers = program.output([14, count]), mined = program.output([2, n], "int32");

  const plane = seekPlanes(program.numbers(seekers) as Float32Array, count);
  plane.labels.set(program.numbers(labels));
  // Of the limits: half the squared distance, or minus the product, of scaled rows.
  const factor = isCosine ? scale ** 2 : scale ** 2 / 2, offset = isCosine ? -(scale ** 2) : 0;
  for (let row = 0; row < n; row++) {
    const norm = scale ** 2 * norms[row]!;
    // Twice the bound of rounding d products and their sums (Higham, 2002, 3.1), norms and limits; and
    // of rounding 1 less a product.
    plane.room[row] = (d / 2 + 8) * 2 ** -24 * (Math.sqrt(norm) + scale * length) ** 2 +
      (isCosine ? 2 ** -51 * scale ** 2 : 0);
    const isSeeker = Number.isFinite(norm);
    plane.halfNorms[row] = isSeeker ? isCosine ? 0 : norm / 2 : NaN;
    plane.farLimits[row] = isSeeker ? -Infinity : NaN;
    plane.nearLimits[row] = isSeeker ? Infinity : NaN;
  }
  const beyond = negatives === "hardest" ? -Infinity : Infinity;
  plane.beyond.fill(beyond);
  plane.beyondLimits.fill(beyond);

  const parameters = [
    program.address(rows),
    program.address(scaled),
    program.address(panels),
    n,
    d,
    Number(isCosine),
    program.address(seekers),
    factor,
    offset,
    block,
  ];
  const players = blocks + blocks % 2;
  const playAll = () => {
    program.run("mineRows", [...parameters, -1], blocks);
    for (let round = 0; round < players - 1; round++) {
      program.run("mineRows", [...parameters, round], players / 2);
    }
  };
  playAll();
  if (negatives === "semi-hard") {
    for (let row = 0; row < n; row++) {
      if (plane.positives[row] === -1) continue;
      plane.beyond[row] = plane.farthest[row]!;
      plane.beyondLimits[row] = plane.farLimits[row]!;
    }
    playAll();
  }
  program.numbers(mined).set(plane.positives.subarray(0, n));
  program.numbers(mined).set(plane.negatives.subarray(0, n), n);
  for (const tensor of [panels, seekers, ...isInRange ? [] : [scaled]]) program.dispose(tensor);
  return mined;
}

/** The planes of `assembly/seekers.ts` that are read or written here; no row has found another. */
function seekPlanes(numbers: Float32Array, count: number) {
  const { buffer, byteOffset } = numbers;
  const at = (plane: number) => byteOffset + 4 * plane * count;
  const floats = (plane: number) => new Float32Array(buffer, at(plane), count);
  const integers = (plane: number) => new Int32Array(buffer, at(plane), count);
  return {
    labels: integers(0),
    halfNorms: floats(1).fill(NaN),
    farLimits: floats(2).fill(NaN),
    nearLimits: floats(3).fill(NaN),
    beyondLimits: floats(4),
    room: floats(5),
    positives: integers(6).fill(-1),
    negatives: integers(7).fill(-1),
    farthest: new Float64Array(buffer, at(8), count),
    beyond: new Float64Array(buffer, at(12), count),
  };
}

function squaredNorms(program: WasmProgram, rows: tf.TensorInfo): Float64Array {
  const [n, d] = rows.shape as [number, number];
  const itemRows = rowsPerItem(d);
  const norms = program.output([n, 2]);
  const at = program.address(norms);
  program.run("squaredNorms", [program.address(rows), n, d, itemRows, at], Math.ceil(n / itemRows));
  const { buffer, byteOffset } = program.numbers(norms);
  const values = new Float64Array(buffer, byteOffset, n).slice();
  program.dispose(norms);
  return values;
}

function scaleRows(program: WasmProgram, rows: tf.TensorInfo, scale: number): tf.TensorInfo {
  const scaled = program.output(rows.shape);
  program.numbers(scaled).set(program.numbers(rows).map((value) => value * scale));
  return scaled;
}
