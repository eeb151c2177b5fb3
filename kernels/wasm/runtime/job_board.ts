/** A kernel of WebAssembly: its parameters, the thread's scratch room, an item. */
export type WasmKernel = (...numbers: number[]) => void;

/** Where threads find the newest job, and say what they did of it. All of it is shared memory. */
export interface JobBoard {
  /** `[slotCount]` int32, see `slot`. */
  readonly slots: Int32Array;
  /** Of the newest job's kernel, float64 `[mostParameters]`. */
  readonly parameters: Float64Array;
}

/** What each number on the board is. */
export const slot = {
  /** The newest job's number, which idle threads sleep on. */
  newest: 0,
  /** How many of its items are left to take: written last, and 0 before the rest is written. */
  left: 1,
  /** Items of the newest job. */
  items: 2,
  /** How many of them are done. */
  done: 3,
  /** Which kernel, by its place among all. */
  kernel: 4,
  /** How many parameters it has. */
  parameters: 5,
  /** 1 where a kernel failed. */
  failed: 6,
} as const;

/** Numbers on the board. */
export const slotCount = Object.keys(slot).length;

/** The most parameters of a kernel, scratch room and item aside. */
export const maxParameters = 32;
