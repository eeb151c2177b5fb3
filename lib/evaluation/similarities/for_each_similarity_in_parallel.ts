import { comparedRows, type Embeddings, type JoinedEmbeddings } from "./embeddings.ts";
import { BLOCK_ROWS, blockIn, precisionOf, shareRows } from "./shared_rows.ts";
import { SimilarityPool } from "./similarity_pool.ts";
import { forEachSimilarity, type SimilarityVisitor, visitBlock } from "./for_each_similarity.ts";

/** Below this, workers take longer to start than the products take. */
const FEW_ROWS = 2_000;

/** Blocks in progress for each worker, so that none waits for the visitors. */
const BLOCKS_AHEAD = 2;

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
  const count = Math.min(BLOCKS_AHEAD * workers, Math.ceil(compared / BLOCK_ROWS));
  const shared = shareRows(embeddings, precisionOf(embeddings), count);
  const pool = new SimilarityPool(workers, shared);
  const blocks = Array.from({ length: count }, (_, block) => blockIn(shared, block));
  const filled = blocks.map((_, block) => pool.fill({ first: block * BLOCK_ROWS, block }));
  try {
    for (let first = 0; first < compared; first += BLOCK_ROWS) {
      const block = first / BLOCK_ROWS % count, end = Math.min(first + BLOCK_ROWS, compared);
      await filled[block];
      visitBlock(blocks[block]!, { rows, first, end }, visitors);
      const next = first + count * BLOCK_ROWS;
      if (next < compared) filled[block] = pool.fill({ first: next, block });
      onProgress?.(end, compared);
    }
  } finally {
    pool.close();
  }
}
