/** Hashes 32 bits: the output function of PCG (O'Neill 2014) after one step of its generator. */
function hash(bits: number): number {
  const state = (Math.imul(bits, 747796405) + 2891336453) >>> 0;
  const word = Math.imul((state >>> ((state >>> 28) + 4)) ^ state, 277803737) >>> 0;
  return ((word >>> 22) ^ word) >>> 0;
}

/** How negatives are sampled. */
export interface SampleNegativesOptions {
  /** An integer from 0 to 2^24 - 1. */
  readonly seed: number;
  /** The number of the sample with this seed, an integer from 0 to 2^24 - 1. */
  readonly sample: number;
  /** Row i and column `self` + i are the same. */
  readonly self: number;
}

/**
 * Samples a column for every positive pair, with probability proportional to its weight in the row. The
 * same seed and sample give the same columns.
 *
 * @param weights `[n, m]`, 0 or more; 0 for columns that must not be sampled
 * @param labels `[n]`, of the rows
 * @param others `[m]`, of the columns
 * @returns `[n, m]`: for a positive pair (i, j) the sampled column; -1 where there is none, and for all
 * other pairs
 */
export function sampleNegatives(
  weights: ArrayLike<number>,
  labels: ArrayLike<number>,
  others: ArrayLike<number>,
  { seed, sample, self }: SampleNegativesOptions,
): Int32Array {
  const [n, m] = [labels.length, others.length];
  const sampled = new Int32Array(n * m).fill(-1);
  for (let i = 0; i < n; i++) {
    let total = 0;
    for (let q = 0; q < m; q++) total += weights[i * m + q]!;
    for (let j = 0; j < m; j++) {
      if (j === i + self || others[j] !== labels[i] || !(total > 0)) continue;
      const bits = hash(hash(hash(seed) + sample) + i * m + j);
      let left = (bits >>> 8) / 2 ** 24 * total;
      for (let q = 0; q < m; q++) {
        const weight = weights[i * m + q]!;
        if (weight <= 0) continue;
        sampled[i * m + j] = q;
        left -= weight;
        if (left < 0) break;
      }
    }
  }
  return sampled;
}
