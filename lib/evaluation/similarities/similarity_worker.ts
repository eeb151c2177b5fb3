import { answerInOrder } from "../../io/worker_lane.ts";
import type { PackedRows } from "./packed_rows.ts";
import { similarityBlock } from "./similarity_block.ts";

/** Asks for the similarities of rows `first` to before `end` with all rows from `first` on. */
export interface SimilarityRequest {
  /** The embeddings, in shared memory. */
  readonly packed: PackedRows;
  /** The first row, a multiple of 4. */
  readonly first: number;
  /** The row after the last. */
  readonly end: number;
  /** Takes the similarities, and comes back with them. */
  readonly block: Float32Array<ArrayBuffer>;
}

answerInOrder(
  ({ packed, first, end, block }: SimilarityRequest) => {
    similarityBlock({ packed, first, end }, { packed, first }, block);
    return block;
  },
  (block) => [block.buffer],
);
