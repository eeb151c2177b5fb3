/** A kernel of WebAssembly. It takes its parameters, the thread's scratch memory, and an item. */
export type WasmKernel = (...numbers: number[]) => void;

/** Shared memory where threads find the newest job and report their progress. */
export interface JobBoard {
  /** `[slotCount]` int32, see `slot`. */
  readonly slots: Int32Array;
  /** Of the newest job's kernel, float64 `[maxParameters]`. */
  readonly parameters: Float64Array;
}

/** The slots of the board. */
export const slot = {
  /** The number of the newest job, which idle threads wait for. */
  newest: 0,
  /** How many of its items are left. It is 0 while the rest is written, and written last. */
  left: 1,
  /** Items of the newest job. */
  items: 2,
  /** How many of them are done. */
  done: 3,
  /** The index of the kernel. */
  kernel: 4,
  /** How many parameters it has. */
  parameters: 5,
  /** 1 where a kernel failed. */
  failed: 6,
} as const;

/** The number of slots. */
export const slotCount = Object.keys(slot).length;

/** The most parameters of a kernel, without scratch memory and item. */
export const maxParameters = 32;
