import { workerData } from "node:worker_threads";
import { runThread } from "./run_thread.ts";

runThread(workerData);
