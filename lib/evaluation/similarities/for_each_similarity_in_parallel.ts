import { comparedRows, type Embeddings, type JoinedEmbeddings } from "./embeddings.ts";
import { packRows } from "./packed_rows.ts";
import { blockStride } from "./similarity_block.ts";
import { SimilarityPool } from "./similarity_pool.ts";
import {
  BLOCK_ROWS,
  forEachSimilarity,
  type SimilarityVisitor,
  visitBlock,
} from "./for_each_similarity.ts";

/** Below this, workers take longer to start than the products take. */
const FEW_ROWS = 2_000;

/** Blocks in progress for each worker, so that none waits for the visitors. */
const BLOCKS_AHEAD = 3;

/** How to share the work. */
export interface ParallelOptions {
  /** Workers that multiply beside the caller's thread: as many as there are processors, 8 at most. */
  readonly workers?: number;
  /** Called now and then with the number of rows done, and how many there are. */
  readonly onProgress?: (done: number, total: number) => void;
}

/**
 * Does the same as `forEachSimilarity`, to the bit and in the same order, but leaves the products to
 * workers if there are enough of them.
 *
 * @throws {RangeError} if the embeddings' values do not match their labels and dimension
 */
export async function forEachSimilarityInParallel(
  embeddings: Embeddings | JoinedEmbeddings,
  visitors: readonly SimilarityVisitor<unknown>[],
  { workers = Math.min(8, navigator.hardwareConcurrency), onProgress }: ParallelOptions = {},
): Promise<void> {
  const rows = embeddings.labels.length, compared = comparedRows(embeddings);
  if (rows < FEW_ROWS) return forEachSimilarity(embeddings, visitors);
  const packed = packRows(embeddings);
  const pool = new SimilarityPool(workers);
  let next = 0;
  const fill = (block: Float32Array<ArrayBuffer>) => {
    const first = next;
    next += BLOCK_ROWS;
    return pool.fill({ packed, first, end: Math.min(next, compared), block });
  };
  try {
    const size = BLOCK_ROWS * blockStride(rows);
    const ahead = Array.from(
      { length: Math.min(BLOCKS_AHEAD * workers, Math.ceil(compared / BLOCK_ROWS)) },
      () => fill(new Float32Array(size)),
    );
    for (let first = 0; first < compared; first += BLOCK_ROWS) {
      const block = await ahead.shift()!, end = Math.min(first + BLOCK_ROWS, compared);
      visitBlock(block, { rows, first, end }, visitors);
      if (next < compared) ahead.push(fill(block));
      onProgress?.(end, compared);
    }
  } finally {
    pool.close();
  }
}
