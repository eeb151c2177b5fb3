import type { ComputePrecision } from "./compute_precision.ts";
import wgsl from "./mat_mul_tile.wgsl" with { type: "text" };
import float32Tile from "./tile_float32.wgsl" with { type: "text" };
import float16Tile from "./tile_float16.wgsl" with { type: "text" };

/** The WGSL that computes a matrix product by tiles, and its geometry. */
export interface MatMulTile {
  /** The program's text. */
  readonly source: string;
  readonly constants: Readonly<Record<"ROWS" | "COLUMNS" | "DEPTH" | "FLOAT16", number>>;
  readonly threads: number;
  readonly rowTiles: number;
  readonly columnTiles: number;
}

/** Elements of a row, and of a column, that pass through shared memory at a time. */
const depth = 16;

/**
 * Chooses the tiles of a product of so many rows and columns.
 *
 * @param precision of shared memory and products; sums are in float32
 */
export function matMulTile(
  rows: number,
  columns: number,
  precision: ComputePrecision,
): MatMulTile {
  const tileRows = tileSide(rows, [64, 32]), tileColumns = tileSide(columns, [64, 32, 16]);
  const float16 = precision === "f16";
  return {
    source: `${float16 ? float16Tile : float32Tile}\n${wgsl}`,
    constants: {
      ROWS: tileRows,
      COLUMNS: tileColumns,
      DEPTH: depth,
      // Pipelines are cached by their constants, not by their text.
      FLOAT16: Number(float16),
    },
    threads: tileRows / 8 * tileColumns / (tileColumns === 64 ? 8 : 4),
    rowTiles: Math.ceil(rows / tileRows),
    columnTiles: Math.ceil(columns / tileColumns),
  };
}

/** Large tiles read less per product, small ones waste less beyond the edge. */
function tileSide(length: number, sides: readonly number[]): number {
  const cost = (side: number) => Math.ceil(length / side) * (side + 8);
  return sides.reduce((best, side) => cost(side) < cost(best) ? side : best);
}
