import { WorkerLane } from "../../io/worker_lane.ts";
import type { SimilarityRequest } from "./similarity_worker.ts";

type Block = Float32Array<ArrayBuffer>;

/** Workers that multiply blocks of similarities. */
export class SimilarityPool {
  readonly #lanes: readonly WorkerLane<SimilarityRequest, Block>[];

  /** @param workers 1 or more */
  constructor(workers: number) {
    this.#lanes = Array.from({ length: workers }, () => {
      const url = new URL("./similarity_worker.ts", import.meta.url);
      return new WorkerLane(new Worker(url, { type: "module" }), "score pairs");
    });
  }

  /** Has the worker with the least to do fill a block. The block is moved there and back. */
  fill(request: SimilarityRequest): Promise<Block> {
    const lane = this.#lanes.reduce((a, b) => b.pending < a.pending ? b : a);
    const reply = lane.request(request, [request.block.buffer]);
    // It is awaited in its turn, which an error can keep from coming.
    reply.catch(() => {});
    return reply;
  }

  /** Stops the workers. */
  close(): void {
    for (const lane of this.#lanes) lane.close();
  }
}
