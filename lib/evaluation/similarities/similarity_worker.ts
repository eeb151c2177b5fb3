import { answerInOrder } from "../../io/worker_lane.ts";
import { BlockFiller, type SharedRows } from "./shared_rows.ts";

/** The rows to work on, which come first; or a block to fill, by its first row and its number. */
export type SimilarityRequest =
  | { readonly shared: SharedRows }
  | { readonly first: number; readonly block: number };

let filler: BlockFiller;
answerInOrder((request: SimilarityRequest) => {
  if ("shared" in request) filler = new BlockFiller(request.shared);
  else filler.fill(request.first, request.block);
});
