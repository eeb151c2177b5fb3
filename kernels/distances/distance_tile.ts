import { distanceConstants } from "./distance_constants.ts";
import wgsl from "./distance_tile.wgsl" with { type: "text" };
import type { Distance } from "../reference/distances/distance.ts";

/** The WGSL that computes a tile of distances, and its geometry. */
export interface DistanceTile {
  readonly wgsl: string;
  readonly constants: Readonly<Record<string, number>>;
  /** Rows, and columns, that a workgroup covers. */
  readonly size: number;
  /** Threads a workgroup takes. */
  readonly threads: number;
}

/** Tiles below which a large device would be idle in part. */
const minTiles = 64;

/**
 * The tiles that cover a matrix of distances: blocks of 8 x 8 a thread, which read half as much for
 * each product as blocks of 4 x 4, where there are enough of their large tiles.
 *
 * @param dimension numbers a row
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
