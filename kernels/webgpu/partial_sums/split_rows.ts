/** Threads of a workgroup that reduces rows. */
const threads = 128;
/** Quads of channels that it covers: threads side by side read memory side by side. */
const groupQuads = 8;
const lanes = threads / groupQuads;
/** Enough to keep a large device busy; few channels have too few quads for that. */
const targetWorkgroups = 512;
/** Rows that a thread takes at least, so that what is done once at the end costs little beside them. */
const minSteps = 16;

/** How workgroups share the rows of `[rows, channels]` where each channel is reduced over all rows. */
export interface RowSplit {
  readonly parts: number;
  readonly constants: { readonly GROUP_QUADS: number };
  readonly threads: number;
  /** In x groups of channels, in y shares. */
  readonly workgroups: readonly [number, number];
}

/** Shares rows among workgroups. */
export function splitRows(rows: number, channels: number): RowSplit {
  const groups = Math.ceil(channels / (4 * groupQuads));
  const allSteps = Math.ceil(rows / lanes);
  const wanted = Math.min(Math.ceil(targetWorkgroups / groups), Math.ceil(allSteps / minSteps));
  const shares = Math.ceil(allSteps / Math.ceil(allSteps / wanted));
  return {
    parts: shares,
    constants: { GROUP_QUADS: groupQuads },
    threads,
    workgroups: [groups, shares],
  };
}
