import { reason } from "../reason.ts";
import type { DecodeReply, DecodeRequest } from "./decode_worker.ts";

/** A picture on its way through the pool. */
export interface DecodeJob {
  readonly request: DecodeRequest;
  /** Rejected when the pool is closed first. */
  readonly reply: Promise<DecodeReply>;
}

type QueuedJob = DecodeJob & PromiseWithResolvers<DecodeReply>;

interface Lane {
  readonly worker: Worker;
  /** Under way, in the order of their replies. */
  readonly jobs: QueuedJob[];
}

/** One is decoded while the next waits at hand. */
const jobsPerWorker = 2;

/** Workers that decode and resize pictures beside the caller's thread, started as they are needed. */
export class DecodePool {
  readonly #most: number;
  readonly #lanes: Lane[] = [];
  readonly #urgent = new Set<QueuedJob>();
  readonly #ahead = new Set<QueuedJob>();

  /** @param most workers at a time, 1 and up */
  constructor(most: number) {
    this.#most = most;
  }

  /** Queues a picture behind all others. */
  add(request: DecodeRequest): DecodeJob {
    const resolvers = Promise.withResolvers<DecodeReply>();
    // Nobody may be waiting for a picture that was asked for ahead.
    resolvers.promise.catch(() => {});
    const job = { request, reply: resolvers.promise, ...resolvers };
    this.#ahead.add(job);
    this.#feed();
    return job;
  }

  /** Moves a job that has not started before all that were not hurried. */
  hurry(job: DecodeJob): void {
    const queued = job as QueuedJob;
    if (this.#ahead.delete(queued)) this.#urgent.add(queued);
  }

  close(): void {
    const jobs = [...this.#lanes.flatMap((lane) => lane.jobs), ...this.#urgent, ...this.#ahead];
    for (const { worker } of this.#lanes.splice(0)) worker.terminate();
    this.#urgent.clear();
    this.#ahead.clear();
    for (const job of jobs) job.reject(new Error("the pixel store was closed"));
  }

  #feed(): void {
    while (this.#urgent.size + this.#ahead.size > 0) {
      const lane = this.#freeLane();
      if (!lane) return;
      const queue = this.#urgent.size > 0 ? this.#urgent : this.#ahead;
      const [job] = queue;
      queue.delete(job!);
      lane.jobs.push(job!);
      lane.worker.postMessage(job!.request);
    }
  }

  #freeLane(): Lane | undefined {
    const [least] = this.#lanes.toSorted((a, b) => a.jobs.length - b.jobs.length);
    if (least?.jobs.length === 0) return least;
    if (this.#lanes.length < this.#most) return this.#startLane();
    return least && least.jobs.length < jobsPerWorker ? least : undefined;
  }

  #startLane(): Lane {
    const worker = new Worker(new URL("./decode_worker.ts", import.meta.url), { type: "module" });
    const lane: Lane = { worker, jobs: [] };
    worker.onmessage = ({ data }: MessageEvent<DecodeReply>) => {
      lane.jobs.shift()!.resolve(data);
      if ("reason" in data && data.broken) this.#endLane(lane);
      this.#feed();
    };
    worker.onerror = (event) => {
      event.preventDefault();
      lane.jobs.shift()?.resolve({ reason: reason`decoder cannot start: ${event.message}` });
      this.#endLane(lane);
      this.#feed();
    };
    this.#lanes.push(lane);
    return lane;
  }

  #endLane(lane: Lane): void {
    lane.worker.onmessage = null;
    lane.worker.terminate();
    this.#lanes.splice(this.#lanes.indexOf(lane), 1);
    for (const job of lane.jobs) this.#urgent.add(job);
  }
}
