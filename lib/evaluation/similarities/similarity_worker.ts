import type { PackedRows } from "./packed_rows.ts";
import { similarityBlock } from "./similarity_block.ts";

/** Asks for the similarities of rows `first` to before `end` with all rows from `first` on. */
export interface SimilarityRequest {
  readonly packed: PackedRows;
  readonly first: number;
  readonly end: number;
  /** Takes the similarities, and comes back with them. */
  readonly block: Float32Array<ArrayBuffer>;
}

declare const self: {
  onmessage: (event: MessageEvent<SimilarityRequest>) => void;
  postMessage(message: Float32Array<ArrayBuffer>, transfer: Transferable[]): void;
};

self.onmessage = ({ data: { packed, first, end, block } }) => {
  similarityBlock({ packed, first, end }, { packed, first }, block);
  self.postMessage(block, [block.buffer]);
};
