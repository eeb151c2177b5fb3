import type { Embeddings } from "./embeddings.ts";

/** Rows that are multiplied together: four by four sums are what a processor's registers hold. */
export const PANEL_ROWS = 4;

/** Embeddings laid out for `similarityBlock`: in panels of four rows, number by number. */
export interface PackedRows {
  /** `[ceil(n / 4), dimension, 4]`, rows beyond the last being zero. */
  readonly panels: Float64Array<ArrayBufferLike>;
  /** n, without the rows that fill the last panel. */
  readonly rows: number;
  /** Length of an embedding. */
  readonly dimension: number;
}

/**
 * Lays embeddings out for `similarityBlock`, in double precision, which spares the products their
 * conversions.
 *
 * @param wanted rows to lay out, in this order; without it all of them
 * @throws {RangeError} if the embeddings' values do not match their labels and dimension
 */
export function packRows(embeddings: Embeddings, wanted?: readonly number[]): PackedRows {
  requireValues(embeddings);
  const { dimension, labels } = embeddings, rows = wanted?.length ?? labels.length;
  const panels = new Float64Array(Math.ceil(rows / PANEL_ROWS) * PANEL_ROWS * dimension);
  packPanels(embeddings, panels, PANEL_ROWS, wanted);
  return { panels, rows, dimension };
}

/** Copies rows into panels, `[panels, dimension, lanes]`. */
export function packPanels(
  { values, dimension, labels }: Embeddings,
  panels: Float32Array | Float64Array,
  lanes: number,
  wanted?: readonly number[],
): void {
  const rows = wanted?.length ?? labels.length;
  for (let row = 0; row < rows; row++) {
    const from = (wanted ? wanted[row]! : row) * dimension;
    const lane = row % lanes, to = (row - lane) * dimension + lane;
    for (let k = 0; k < dimension; k++) panels[to + k * lanes] = values[from + k]!;
  }
}

/**
 * Checks that embeddings have as many values as their labels and dimension say.
 *
 * @throws {RangeError} if they do not
 */
export function requireValues({ values, dimension, labels }: Embeddings): void {
  if (values.length === labels.length * dimension) return;
  throw new RangeError(
    `cannot score pairs: wanted ${labels.length} x ${dimension} values, found ${values.length}`,
  );
}
