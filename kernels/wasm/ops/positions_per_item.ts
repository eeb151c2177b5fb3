import { scratchBytes } from "../runtime/wasm_program.ts";

/** So many stay in the cache with what they read, and keep threads busy. */
const wanted = 60;

/**
 * How many positions of a grid are an item: a multiple of 12, for tiles of 4 and of 6.
 *
 * @param addresses per position in a thread's scratch memory
 * @throws {RangeError} if the scratch memory is too small for twelve positions
 */
export function positionsPerItem(addresses: number): number {
  const most = 12 * Math.floor(scratchBytes / (48 * addresses));
  if (most === 0) throw new RangeError(`a filter of more than ${addresses - 2} taps`);
  return Math.min(wanted, most);
}
