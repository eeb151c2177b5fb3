/** The range of a set is cut into so many even parts for each of its numbers, up to a limit. */
const PARTS_EACH = 8, MOST_PARTS = 2048;

/**
 * Ranks many numbers among sets of few: twice as many of a set as are below a number, plus those that are
 * the same.
 *
 * The range of a set is cut into even parts. Most of them hold no number of the set, so that a look into a
 * table is enough; in the others a bisection is over almost before it begins.
 *
 * @param sets each ascending, none of their numbers NaN
 * @returns ranks a number in the set of an index, which is not empty
 */
export function doubleRanker(
  sets: readonly Float32Array[],
): (set: number, value: number) => number {
  const offsets = new Uint32Array(sets.length + 1), tables = new Uint32Array(sets.length + 1);
  const scales = new Float64Array(sets.length);
  sets.forEach(({ length }, set) => {
    offsets[set + 1] = offsets[set]! + length;
    tables[set + 1] = tables[set]! + Math.min(MOST_PARTS, PARTS_EACH * length) + 1;
  });
  const numbers = new Float32Array(offsets.at(-1)!);
  // For each part, how many numbers of its set are in those before it.
  const starts = new Uint32Array(tables.at(-1)!);
  sets.forEach((ascending, set) => {
    if (ascending.length === 0) return;
    numbers.set(ascending, offsets[set]);
    const lowest = ascending[0]!, highest = ascending.at(-1)!;
    const table = starts.subarray(tables[set]!, tables[set + 1]!), parts = table.length - 1;
    const scale = scales[set] = highest > lowest ? (parts - 1) / (highest - lowest) : 0;
    for (const value of ascending) table[Math.floor((value - lowest) * scale) + 1]!++;
    for (let part = 0; part < parts; part++) table[part + 1]! += table[part]!;
  });
  return (set, value) => {
    const first = offsets[set]!, end = offsets[set + 1]!;
    const lowest = numbers[first]!;
    if (value < lowest) return 0;
    if (value > numbers[end - 1]!) return 2 * (end - first);
    const part = tables[set]! + Math.floor((value - lowest) * scales[set]!);
    let low = starts[part]!, high = starts[part + 1]!;
    if (low === high) return 2 * low;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (numbers[first + middle]! < value) low = middle + 1;
      else high = middle;
    }
    let same = low;
    while (first + same < end && numbers[first + same] === value) same++;
    return low + same;
  };
}
