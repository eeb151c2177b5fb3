import { Worker } from "node:worker_threads";
import type { ThreadData } from "./run_thread.ts";

/** Starts a thread of a program on Deno. The process may end while it waits for jobs. */
export function startNodeThread(workerData: ThreadData): void {
  try {
    const worker = new Worker(new URL("./node_thread.ts", import.meta.url), { workerData });
    // Workers of the Web cannot be unreferenced.
    worker.unref();
    worker.on("error", () => {});
  } catch {
    // Without the permission to read the worker's source, the caller computes all items.
  }
}
