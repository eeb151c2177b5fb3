import { type JobBoard, slot } from "./job_board.ts";
import { runItems } from "./run_items.ts";
import { startKernels } from "./start_kernels.ts";

/** The data that a thread starts with. */
export interface ThreadData {
  readonly program: Uint8Array<ArrayBuffer>;
  readonly memory: WebAssembly.Memory;
  readonly board: JobBoard;
  readonly scratch: number;
}

/**
 * Starts a thread that hands its data to {@linkcode runThread}. Node's workers and the Web's do it in
 * different ways. A thread that cannot start is no error: its caller computes all items.
 */
export type StartThread = (data: ThreadData) => void;

/** How often an idle thread checks for a job before it waits: jobs of a training step follow closely. */
const spins = 2000;

/** Computes items of job after job, and never returns. */
export function runThread({ program, memory, board, scratch }: ThreadData): never {
  const { kernels } = startKernels(program, memory);
  for (let job = 0;;) {
    for (let look = 0; look < spins && Atomics.load(board.slots, slot.newest) === job; look++);
    Atomics.wait(board.slots, slot.newest, job);
    job = Atomics.load(board.slots, slot.newest);
    runItems(board, kernels, scratch);
  }
}
