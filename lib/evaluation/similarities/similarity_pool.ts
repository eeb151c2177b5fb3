import { WorkerLane } from "../../io/worker_lane.ts";
import type { SharedRows } from "./shared_rows.ts";
import type { SimilarityRequest } from "./similarity_worker.ts";

/** Workers that fill blocks of similarities in shared memory. */
export class SimilarityPool {
  readonly #lanes: readonly WorkerLane<SimilarityRequest, void>[];

  /** @param workers 1 or more */
  constructor(workers: number, shared: SharedRows) {
    this.#lanes = Array.from({ length: workers }, () => {
      const url = new URL("./similarity_worker.ts", import.meta.url);
      return new WorkerLane(new Worker(url, { type: "module" }), "score pairs");
    });
    for (const lane of this.#lanes) lane.request({ shared }).catch(() => {});
  }

  /** Has the worker with the least to do fill a block. */
  fill(request: Exclude<SimilarityRequest, { readonly shared: SharedRows }>): Promise<void> {
    const lane = this.#lanes.reduce((a, b) => b.pending < a.pending ? b : a);
    const reply = lane.request(request);
    // It is awaited in its turn, which an error can keep from coming.
    reply.catch(() => {});
    return reply;
  }

  /** Stops the workers. */
  close(): void {
    for (const lane of this.#lanes) lane.close();
  }
}
