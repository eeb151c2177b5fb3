import type { SimilarityRequest } from "./similarity_worker.ts";

type Block = Float32Array<ArrayBuffer>;

interface Lane {
  readonly worker: Worker;
  /** Under way, in the order of their replies. */
  readonly jobs: PromiseWithResolvers<Block>[];
}

/** Workers that multiply blocks of similarities. */
export class SimilarityPool {
  readonly #lanes: readonly Lane[];

  /** @param workers 1 and up */
  constructor(workers: number) {
    this.#lanes = Array.from({ length: workers }, startLane);
  }

  /** Has a block filled by the worker with the least to do; the block is gone until it comes back. */
  fill(request: SimilarityRequest): Promise<Block> {
    const lane = this.#lanes.reduce((a, b) => b.jobs.length < a.jobs.length ? b : a);
    const job = Promise.withResolvers<Block>();
    // It is awaited in its turn, which an error may keep from coming.
    job.promise.catch(() => {});
    lane.jobs.push(job);
    lane.worker.postMessage(request, [request.block.buffer]);
    return job.promise;
  }

  close(): void {
    for (const { worker } of this.#lanes) worker.terminate();
  }
}

function startLane(): Lane {
  const worker = new Worker(new URL("./similarity_worker.ts", import.meta.url), { type: "module" });
  const jobs: PromiseWithResolvers<Block>[] = [];
  worker.onmessage = ({ data }: MessageEvent<Block>) => jobs.shift()!.resolve(data);
  worker.onerror = (event) => {
    event.preventDefault();
    const error = new Error(`cannot score pairs: a worker broke down: ${event.message}`);
    for (const job of jobs.splice(0)) job.reject(error);
  };
  return { worker, jobs };
}
