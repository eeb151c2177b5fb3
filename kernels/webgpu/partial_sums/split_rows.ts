/** Threads of a workgroup that reduces rows. */
const threads = 128;
/** Quads of channels of a workgroup: neighboring threads read neighboring memory. */
const groupQuads = 8;
const lanes = threads / groupQuads;
/** Enough to keep a large device busy; few channels have too few quads for that. */
const targetWorkgroups = 512;
/** The fewest rows of a thread, so that the work at the end costs little beside them. */
const minSteps = 16;

/** How workgroups split the rows of `[rows, channels]` to reduce each channel over all rows. */
export interface RowSplit {
  /** The number of parts. */
  readonly parts: number;
  readonly constants: { readonly GROUP_QUADS: number };
  readonly threads: number;
  /** Groups of channels in x, parts in y. */
  readonly workgroups: readonly [number, number];
}

/** Splits rows among workgroups. */
export function splitRows(rows: number, channels: number): RowSplit {
  const groups = Math.ceil(channels / (4 * groupQuads));
  const allSteps = Math.ceil(rows / lanes);
  const wanted = Math.min(Math.ceil(targetWorkgroups / groups), Math.ceil(allSteps / minSteps));
  const parts = Math.ceil(allSteps / Math.ceil(allSteps / wanted));
  return {
    parts,
    constants: { GROUP_QUADS: groupQuads },
    threads,
    workgroups: [groups, parts],
  };
}
