import type { UserMessage } from "../../language/user_message.ts";
import type { DecodeReply, DecodeRequest } from "./decode_worker.ts";
import { decodeMessages as messages } from "./messages.ts";

/** An image on its way through the pool. */
export interface DecodeJob {
  /** What to decode. */
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
  /** Whether it has not replied to anything yet. */
  fresh: boolean;
}

/** A worker decodes one while the next waits. */
const jobsPerWorker = 2;
/** In seconds. An image of 100 megapixels takes some, and nearly all others take none. */
const defaultTimeout = 30;

/**
 * Workers that decode and resize images beside the caller's thread, started on demand. A worker that
 * fails is replaced, and the image that it was at is skipped only if a new worker fails at it, too. A
 * worker that takes too long for an image is replaced, and the image is skipped.
 */
export class DecodePool {
  readonly #maxWorkers: number;
  readonly #timeout: number;
  readonly #lanes: Lane[] = [];
  readonly #urgent = new Set<QueuedJob>();
  readonly #ahead = new Set<QueuedJob>();
  #watch?: ReturnType<typeof setInterval>;

  /**
   * Makes a pool without workers yet.
   *
   * @param maxWorkers workers at a time, 1 or more
   * @param timeout seconds for an image. Only seconds count in which the caller's thread is free to
   *   receive replies, so that long training steps skip no image.
   */
  constructor(maxWorkers: number, timeout = defaultTimeout) {
    this.#maxWorkers = maxWorkers;
    this.#timeout = timeout;
  }

  /** Queues an image behind all others. */
  add(request: DecodeRequest): DecodeJob {
    const resolvers = Promise.withResolvers<DecodeReply>();
    // Perhaps nobody waits for an image that was requested ahead.
    resolvers.promise.catch(() => {});
    const job = { request, reply: resolvers.promise, ...resolvers };
    this.#ahead.add(job);
    this.#feed();
    return job;
  }

  /** Moves a job that has not started before all jobs that were not hurried. */
  hurry(job: DecodeJob): void {
    const queued = job as QueuedJob;
    if (this.#ahead.delete(queued)) this.#urgent.add(queued);
  }

  /** Stops the workers, and rejects the jobs that are not done. */
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
    if (this.#lanes.length < this.#maxWorkers) return this.#startLane();
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
      this.#failFirst(lane, messages.decoderNotStarted({ detail: event.message }));
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
    // Images before it can be the cause, and its outcome must not depend on them.
    if (broken && !fresh) this.#give(job, this.#startLane());
    else job.resolve(reply);
  }

  #endStuckLanes(): void {
    for (const lane of [...this.#lanes]) {
      if (lane.jobs.length > 0 && ++lane.waited > this.#timeout) {
        this.#failFirst(lane, messages.timeout({ seconds: this.#timeout }));
      }
    }
  }

  #failFirst(lane: Lane, reason: UserMessage): void {
    lane.jobs.shift()?.resolve({ reason });
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
