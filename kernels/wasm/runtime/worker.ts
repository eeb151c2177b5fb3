import { workerData } from "node:worker_threads";
import { type JobBoard, slot } from "./job_board.ts";
import { startKernels } from "./start_kernels.ts";
import { runItems } from "./run_items.ts";

/** The data that a thread starts with. */
export interface WorkerData {
  readonly program: Uint8Array<ArrayBuffer>;
  readonly memory: WebAssembly.Memory;
  readonly board: JobBoard;
  readonly scratch: number;
}

/** How often an idle thread checks for a job before it waits: jobs of a training step follow closely. */
const spins = 2000;

const { program, memory, board, scratch } = workerData as WorkerData;
const { kernels } = startKernels(program, memory);
for (let job = 0;;) {
  for (let look = 0; look < spins && Atomics.load(board.slots, slot.newest) === job; look++);
  Atomics.wait(board.slots, slot.newest, job);
  job = Atomics.load(board.slots, slot.newest);
  runItems(board, kernels, scratch);
}
