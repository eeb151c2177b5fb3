/** Places in the numbers that threads share. */
export const slot = {
  /** What threads sleep on: the number of the newest job. */
  newest: 0,
  /** The newest job's number in the upper half, its next item in the lower. */
  ticket: 1,
  /** Items of the newest job, and how many of them are done. */
  items: 2,
  done: 3,
  /** Which kernel, and how many numbers it is given. */
  kernel: 4,
  parameters: 5,
  /** 1 where a kernel failed. */
  failed: 6,
} as const;

/** How many whole numbers are shared, before a kernel's parameters. */
export const slots = 8;

/** The most parameters of a kernel, besides its scratch room and item. */
export const mostParameters = 32;

/** The most items of a job, by the width of a ticket's lower half. */
export const mostItems = 0xffff;

/** A kernel of WebAssembly: its parameters, the thread's scratch room, an item. */
export type Kernel = (...numbers: number[]) => void;

/**
 * Takes items of a job until none is left, or another job has come.
 *
 * @param shared `[slots]` int32, see `slot`
 * @param parameters float64 `[mostParameters]`
 * @param job the lower 15 bits of its number
 * @param scratch where this thread's room begins
 */
export function takeItems(
  shared: Int32Array,
  parameters: Float64Array,
  kernels: readonly Kernel[],
  job: number,
  scratch: number,
): void {
  // Read before the first ticket is taken: where a ticket is had, the job was not over, nor these.
  const kernel = kernels[Atomics.load(shared, slot.kernel)]!;
  const items = Atomics.load(shared, slot.items);
  const given = [...parameters.subarray(0, Atomics.load(shared, slot.parameters)), scratch, 0];
  for (;;) {
    const ticket = Atomics.load(shared, slot.ticket);
    const item = ticket & mostItems;
    if (ticket >>> 16 !== job || item >= items) return;
    if (Atomics.compareExchange(shared, slot.ticket, ticket, ticket + 1) !== ticket) continue;
    given[given.length - 1] = item;
    try {
      kernel(...given);
    } catch {
      Atomics.store(shared, slot.failed, 1);
    }
    if (Atomics.add(shared, slot.done, 1) + 1 === items) Atomics.notify(shared, slot.done);
  }
}
