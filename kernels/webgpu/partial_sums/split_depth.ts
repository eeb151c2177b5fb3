/** Enough to keep a large device busy; a product of few numbers has too few tiles for that. */
const targetWorkgroups = 256;
/** Steps that a share takes at least, so that its sum costs little beside it. */
const minSteps = 16;

/** How workgroups share the depth of a matrix product among them. */
export interface DepthSplit {
  readonly parts: number;
  /** Of each share, `stepLength` numbers of depth at a time. */
  readonly steps: number;
}

/**
 * Shares the depth of a product among workgroups where it has too few tiles for all of them.
 *
 * @param depth products that each number of the result sums up
 * @param stepLength how many of them pass through shared memory at a time
 * @param tiles of the result
 */
export function splitDepth(depth: number, stepLength: number, tiles: number): DepthSplit {
  const allSteps = Math.max(1, Math.ceil(depth / stepLength));
  const wanted = Math.min(Math.ceil(targetWorkgroups / tiles), Math.ceil(allSteps / minSteps));
  const steps = Math.ceil(allSteps / wanted);
  return { parts: Math.ceil(allSteps / steps), steps };
}
