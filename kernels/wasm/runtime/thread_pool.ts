import { type JobBoard, maxParameters, slot, slotCount } from "./job_board.ts";
import { type StartedKernels, startKernels } from "./start_kernels.ts";
import { runItems } from "./run_items.ts";
import type { StartThread } from "./run_thread.ts";

/** How often the caller checks whether the others are done before it waits. */
const spins = 10_000;

/**
 * Threads that share the items of a job with their caller. No two items of a kernel write to the same
 * memory, so the result depends neither on the number of threads nor on which thread takes which item.
 */
export class ThreadPool {
  readonly #started: StartedKernels;
  readonly #board: JobBoard;
  readonly #scratch: number;
  #job = 0;

  /**
   * @param program the compiled `assembly/`
   * @param memory shared, except if there are no other threads than the caller
   * @param scratch the address of each thread's scratch memory, the caller's first
   * @param startThread called for each of the others
   */
  constructor(
    program: Uint8Array<ArrayBuffer>,
    memory: WebAssembly.Memory,
    scratch: readonly [number, ...number[]],
    startThread: StartThread,
  ) {
    this.#started = startKernels(program, memory);
    const [own, ...others] = scratch;
    // Not every page may have shared buffers; without them it has no other threads.
    const Memory = others.length > 0 ? SharedArrayBuffer : ArrayBuffer;
    this.#board = {
      slots: new Int32Array(new Memory(4 * slotCount)),
      parameters: new Float64Array(new Memory(8 * maxParameters)),
    };
    this.#scratch = own;
    for (const room of others) startThread({ program, memory, board: this.#board, scratch: room });
  }

  /**
   * Computes all items of a job.
   *
   * @param kernel its name
   * @param parameters the arguments of the kernel before scratch memory and item
   * @param items their number, below 2^31
   * @throws {WebAssembly.RuntimeError} if the kernel failed
   */
  run(kernel: string, parameters: readonly number[], items: number): void {
    const { names, kernels } = this.#started;
    const { slots } = this.#board;
    this.#job = (this.#job + 1) | 0;
    slots[slot.kernel] = names.indexOf(kernel);
    slots[slot.items] = items;
    slots[slot.parameters] = parameters.length;
    slots[slot.failed] = 0;
    this.#board.parameters.set(parameters);
    Atomics.store(slots, slot.done, 0);
    Atomics.store(slots, slot.left, items);
    Atomics.store(slots, slot.newest, this.#job);
    if (items > 1) Atomics.notify(slots, slot.newest);
    runItems(this.#board, kernels, this.#scratch);
    this.#await(items);
    if (slots[slot.failed]) throw new WebAssembly.RuntimeError(`the kernel ${kernel} failed`);
  }

  #await(items: number): void {
    const { slots } = this.#board;
    for (let look = 0; look < spins && Atomics.load(slots, slot.done) < items; look++);
    for (;;) {
      const done = Atomics.load(slots, slot.done);
      if (done >= items) return;
      // The timeout is for a thread that notified just before.
      Atomics.wait(slots, slot.done, done, 1);
    }
  }
}
