/** Enough to keep a large device busy; a small product has too few tiles for that. */
const targetWorkgroups = 256;
/** The fewest steps of a part, so that the sum of parts costs little beside it. */
const minSteps = 16;

/** How workgroups split the depth of a matrix product. */
export interface DepthSplit {
  /** The number of parts. */
  readonly parts: number;
  /** Of each part, `stepLength` elements of depth at a time. */
  readonly steps: number;
}

/**
 * Splits the depth of a product among workgroups where it has too few tiles.
 *
 * @param depth products that each element of the result adds up
 * @param stepLength how many of them pass through shared memory at a time
 * @param tiles of the result
 */
export function splitDepth(depth: number, stepLength: number, tiles: number): DepthSplit {
  const allSteps = Math.max(1, Math.ceil(depth / stepLength));
  const wanted = Math.min(Math.ceil(targetWorkgroups / tiles), Math.ceil(allSteps / minSteps));
  const steps = Math.ceil(allSteps / wanted);
  return { parts: Math.ceil(allSteps / steps), steps };
}
