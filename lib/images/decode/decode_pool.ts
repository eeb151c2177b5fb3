import { reason } from "../../language/skip_reason.ts";
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
  /** Seconds without a reply to the first of them. */
  waited: number;
  /** Whether it has replied to nothing yet. */
  fresh: boolean;
}

/** One is decoded while the next waits at hand. */
const jobsPerWorker = 2;
/** A picture of 100 megapixels takes some seconds, and nearly all others take none. */
const defaultPatience = 30;

/**
 * Workers that decode and resize pictures beside the caller's thread, started as they are needed. A
 * worker that breaks down is replaced, and the picture that it was at fails only if it breaks a new
 * one, too; a worker that is at one picture for too long is replaced, and the picture fails.
 */
export class DecodePool {
  readonly #most: number;
  readonly #patience: number;
  readonly #lanes: Lane[] = [];
  readonly #urgent = new Set<QueuedJob>();
  readonly #ahead = new Set<QueuedJob>();
  #watch?: ReturnType<typeof setInterval>;

  /**
   * @param most workers at a time, 1 and up
   * @param patience seconds for a picture; only those count in which the caller's thread is free to
   *   hear from its workers, so that long steps of training cost no picture
   */
  constructor(most: number, patience = defaultPatience) {
    this.#most = most;
    this.#patience = patience;
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
    clearInterval(this.#watch);
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
      this.#give(job!, lane);
    }
  }

  #give(job: QueuedJob, lane: Lane): void {
    if (lane.jobs.push(job) === 1) lane.waited = 0;
    lane.worker.postMessage(job.request);
  }

  #freeLane(): Lane | undefined {
    const [least] = this.#lanes.toSorted((a, b) => a.jobs.length - b.jobs.length);
    if (least?.jobs.length === 0) return least;
    if (this.#lanes.length < this.#most) return this.#startLane();
    return least && least.jobs.length < jobsPerWorker ? least : undefined;
  }

  #startLane(): Lane {
    const worker = new Worker(new URL("./decode_worker.ts", import.meta.url), { type: "module" });
    const lane: Lane = { worker, jobs: [], waited: 0, fresh: true };
    worker.onmessage = ({ data }: MessageEvent<DecodeReply>) => {
      this.#take(data, lane);
      this.#feed();
    };
    worker.onerror = (event) => {
      event.preventDefault();
      this.#failFirst(lane, reason`decoder cannot start: ${event.message}`);
    };
    this.#lanes.push(lane);
    this.#watch ??= setInterval(() => this.#endStuckLanes(), 1000);
    return lane;
  }

  #take(reply: DecodeReply, lane: Lane): void {
    const { fresh } = lane;
    const job = lane.jobs.shift()!;
    lane.fresh = false;
    lane.waited = 0;
    const broken = "reason" in reply && reply.broken;
    if (broken) this.#endLane(lane);
    // The pictures before it may be at fault: what becomes of it shall not depend on them.
    if (broken && !fresh) this.#give(job, this.#startLane());
    else job.resolve(reply);
  }

  #endStuckLanes(): void {
    for (const lane of [...this.#lanes]) {
      if (lane.jobs.length > 0 && ++lane.waited > this.#patience) {
        this.#failFirst(lane, reason`decoding took over ${this.#patience} s`);
      }
    }
  }

  #failFirst(lane: Lane, phrase: string): void {
    lane.jobs.shift()?.resolve({ reason: phrase });
    this.#endLane(lane);
    this.#feed();
  }

  #endLane(lane: Lane): void {
    lane.worker.onmessage = null;
    lane.worker.onerror = (event) => event.preventDefault();
    lane.worker.terminate();
    this.#lanes.splice(this.#lanes.indexOf(lane), 1);
    for (const job of lane.jobs) this.#urgent.add(job);
  }
}
