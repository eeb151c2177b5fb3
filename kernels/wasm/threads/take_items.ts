import { type JobBoard, mostItems, slot, type WasmKernel } from "./job_board.ts";

/**
 * Computes items of a job until none is left, or another job has come.
 *
 * @param kernels all there are, in the board's order
 * @param job its number, 1 to 0x7fff
 * @param scratch where this thread's own room begins
 */
export function takeItems(
  { slots, parameters }: JobBoard,
  kernels: readonly WasmKernel[],
  job: number,
  scratch: number,
): void {
  let numbers: number[] | null = null;
  for (;;) {
    const ticket = Atomics.load(slots, slot.ticket);
    const left = ticket & mostItems;
    if (ticket >>> 16 !== job || left === 0) return;
    if (Atomics.compareExchange(slots, slot.ticket, ticket, ticket - 1) !== ticket) continue;
    // Until this item is done the job is the newest, and the board stands.
    numbers ??= [...parameters.subarray(0, slots[slot.parameters]!), scratch, 0];
    numbers[numbers.length - 1] = left - 1;
    try {
      kernels[slots[slot.kernel]!]!(...numbers);
    } catch {
      Atomics.store(slots, slot.failed, 1);
    }
    const items = slots[slot.items]!;
    if (Atomics.add(slots, slot.done, 1) + 1 === items) Atomics.notify(slots, slot.done);
  }
}
