import { type JobBoard, slot, type WasmKernel } from "./job_board.ts";

/**
 * Computes items of the newest job until none is left.
 *
 * @param kernels all kernels, in the order of the board
 * @param scratch the address of this thread's scratch memory
 */
export function runItems(
  { slots, parameters }: JobBoard,
  kernels: readonly WasmKernel[],
  scratch: number,
): void {
  for (;;) {
    const left = Atomics.load(slots, slot.left);
    if (left === 0) return;
    if (Atomics.compareExchange(slots, slot.left, left, left - 1) !== left) continue;
    // Until this item is done, its job is the newest, and the board does not change.
    const items = slots[slot.items]!;
    const numbers = parameters.subarray(0, slots[slot.parameters]!);
    try {
      kernels[slots[slot.kernel]!]!(...numbers, scratch, left - 1);
    } catch {
      Atomics.store(slots, slot.failed, 1);
    }
    if (Atomics.add(slots, slot.done, 1) + 1 === items) Atomics.notify(slots, slot.done);
  }
}
