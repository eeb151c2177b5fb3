import { distanceConstants } from "./distance_constants.ts";
import wgsl from "./distance_tile.wgsl" with { type: "text" };
import type { Distance } from "../reference/distances/distance.ts";

/** The WGSL that computes a tile of distances, and its geometry. */
export interface DistanceTile {
  /** The program's text. */
  readonly wgsl: string;
  /** Constants of the text. */
  readonly constants: Readonly<Record<string, number>>;
  /** Rows, and columns, that a workgroup covers. */
  readonly size: number;
  /** Threads of a workgroup. */
  readonly threads: number;
}

/** With fewer tiles, a part of a large device would be idle. */
const minTiles = 64;

/**
 * Chooses the tiles that cover a matrix of distances. A thread computes a block of 8 x 8, which reads
 * half as much per product as a block of 4 x 4, if there are enough of these large tiles.
 *
 * @param dimension elements of a row
 */
export function distanceTile(
  { rows, columns, dimension, distance }: {
    rows: number;
    columns: number;
    dimension: number;
    distance: Distance;
  },
): DistanceTile {
  const tiles = Math.ceil(rows / sizeOf(8)) * Math.ceil(columns / sizeOf(8));
  const block = tiles < minTiles ? 4 : 8;
  return {
    wgsl,
    constants: { ...distanceConstants(distance), BLOCK: block, DIMENSION: dimension },
    size: sizeOf(block),
    threads: 4 * block ** 2,
  };
}

function sizeOf(block: number): number {
  return 2 * block ** 2;
}
