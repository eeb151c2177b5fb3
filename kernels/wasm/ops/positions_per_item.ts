import { scratchBytes } from "../runtime/wasm_program.ts";

/** As many as keep what they see in the cache, and threads busy. */
const wanted = 60;

/**
 * How many places of a grid an item takes: a multiple of 12, for tiles of four and of six.
 *
 * @param addresses that a thread's room holds of each place
 * @throws {RangeError} where not even twelve places have room
 */
export function positionsPerItem(addresses: number): number {
  const most = 12 * Math.floor(scratchBytes / (48 * addresses));
  if (most === 0) throw new RangeError(`a filter of more than ${addresses - 2} taps`);
  return Math.min(wanted, most);
}
