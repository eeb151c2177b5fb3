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
    (value, index) => ((value ^ (value >> 31 | 0x8000_0000)) >>> 0) * 2 ** 21 + index,
  ).sort();
  return Uint32Array.from(keys, (key) => key % 2 ** 21);
}
