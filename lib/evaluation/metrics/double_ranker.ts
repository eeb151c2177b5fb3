/** The most parts that a range is cut into. */
const MOST_PARTS = 1024;

/**
 * Ranks many numbers among few: twice as many as are below a number, plus those that are the same.
 *
 * The range is cut into even parts, two for each of the few, so that a bisection is over almost before
 * it begins: half the time of one over all, for a hundred million numbers among 45.
 *
 * @param ascending at least one number, none of them NaN
 */
export function doubledRankOf(ascending: Float32Array): (value: number) => number {
  const lowest = ascending[0]!, highest = ascending.at(-1)!;
  const parts = Math.min(MOST_PARTS, 2 * ascending.length);
  const scale = highest > lowest ? (parts - 1) / (highest - lowest) : 0;
  const starts = new Uint32Array(parts + 1);
  for (const value of ascending) starts[Math.floor((value - lowest) * scale) + 1]!++;
  for (let part = 0; part < parts; part++) starts[part + 1]! += starts[part]!;
  return (value) => {
    if (value < lowest) return 0;
    if (value > highest) return 2 * ascending.length;
    const part = Math.floor((value - lowest) * scale);
    let low = starts[part]!, high = starts[part + 1]!;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (ascending[middle]! < value) low = middle + 1;
      else high = middle;
    }
    let same = low;
    while (same < ascending.length && ascending[same] === value) same++;
    return low + same;
  };
}
