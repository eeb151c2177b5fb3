import { comparedRows, type Embeddings, type JoinedEmbeddings } from "./embeddings.ts";
import { packRows } from "./packed_rows.ts";
import {
  BLOCK_ROWS,
  BlockFiller,
  blockIn,
  type Precision,
  precisionOf,
  shareRows,
} from "./shared_rows.ts";
import { blockStride, similarityBlock } from "./similarity_block.ts";

/** Below this, a WebAssembly program takes longer to start than the products take. */
const FEW_ROWS = 256;

/** Computes something from the similarities of all pairs. It sees each of them once. */
export interface SimilarityVisitor<Result> {
  /**
   * Takes the similarities of a row.
   *
   * @param row one image of each pair
   * @param similarities its cosine similarity with the rows after it, `row + 1` and on; the array
   *   is reused for the next row
   */
  visit(row: number, similarities: Float32Array): void;
  /** The result, after the last visit. */
  result(): Result;
}

/**
 * Visits the cosine similarity of every unordered pair of images once, row by row: O(n² · dimension)
 * in time, O(n) in memory besides a copy of the embeddings. Rows that join in are visited in no turn of their own.
 *
 * @param precision by default double up to 50 million pairs, and single for more; few rows take double
 * @throws {RangeError} if the embeddings' values do not match their labels and dimension
 */
export function forEachSimilarity(
  embeddings: Embeddings | JoinedEmbeddings,
  visitors: readonly SimilarityVisitor<unknown>[],
  precision: Precision = precisionOf(embeddings),
): void {
  const rows = embeddings.labels.length, compared = comparedRows(embeddings);
  if (rows < FEW_ROWS) return forEachOfFew(embeddings, visitors);
  const shared = shareRows(embeddings, precision, 1);
  const filler = new BlockFiller(shared), block = blockIn(shared, 0);
  for (let first = 0; first < compared; first += BLOCK_ROWS) {
    filler.fill(first, 0);
    visitBlock(block, { rows, first, end: Math.min(first + BLOCK_ROWS, compared) }, visitors);
  }
}

function forEachOfFew(
  embeddings: Embeddings | JoinedEmbeddings,
  visitors: readonly SimilarityVisitor<unknown>[],
): void {
  const packed = packRows(embeddings);
  const { rows } = packed, end = comparedRows(embeddings);
  const block = new Float32Array(blockStride(end) * blockStride(rows));
  similarityBlock({ packed, first: 0, end }, { packed, first: 0 }, block);
  visitBlock(block, { rows, first: 0, end }, visitors);
}

/** Shows visitors the rows of a block: `first` to before `end`, each with all `rows` after it. */
export function visitBlock(
  block: Float32Array,
  { rows, first, end }: { readonly rows: number; readonly first: number; readonly end: number },
  visitors: readonly SimilarityVisitor<unknown>[],
): void {
  const stride = blockStride(rows - first);
  for (let row = first; row < end; row++) {
    const start = (row - first) * stride - first;
    const similarities = block.subarray(start + row + 1, start + rows);
    for (const visitor of visitors) visitor.visit(row, similarities);
  }
}
