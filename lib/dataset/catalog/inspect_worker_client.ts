import type { FileToInspect, Inspected } from "./inspect_files.ts";

/** A worker that examines files beside the caller's thread: see `examineFiles`. */
export class InspectWorkerClient {
  readonly #worker = new Worker(new URL("./inspect_worker.ts", import.meta.url), {
    type: "module",
  });
  /** Under way, in the order of their replies. */
  readonly #jobs: PromiseWithResolvers<Inspected[]>[] = [];

  constructor() {
    this.#worker.onmessage = ({ data }: MessageEvent<Inspected[]>) =>
      this.#jobs.shift()!.resolve(data);
    this.#worker.onerror = (event) => {
      event.preventDefault();
      const error = new Error(`cannot index: a worker broke down: ${event.message}`);
      for (const job of this.#jobs.splice(0)) job.reject(error);
    };
  }

  inspect(files: readonly FileToInspect[]): Promise<Inspected[]> {
    const job = Promise.withResolvers<Inspected[]>();
    this.#jobs.push(job);
    this.#worker.postMessage(files);
    return job.promise;
  }

  close(): void {
    this.#worker.terminate();
  }
}
