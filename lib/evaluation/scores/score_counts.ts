/** Scores are rounded up to multiples of one over this, which single precision has from one half on. */
const STEPS = 2 ** 24;

/** What a count has before it is carried over, at most: counts have 32 bits. */
const MOST = 2 ** 31;

/** Scores in ascending order without repetition, and how many there are of them. */
export interface CountedScores {
  /** The distinct scores. */
  readonly scores: Float32Array;
  /** How many pairs the 0, 1, 2 ... highest ones count for. */
  readonly counts: Float64Array;
}

/**
 * Counts scores, however many, in 128 MiB at most. A score below one half is rounded up to a multiple of
 * 2⁻²⁴, by less than 6e-8; from one half on it stays as it is.
 *
 * Rates at a threshold that is a score of a counted pair, or next to one, or one half or more, are exact.
 * At any other threshold, those pairs are on the wrong side whose score lies within 6e-8 below it.
 */
export class ScoreCounts {
  /** How many scores there are of -1, -1 + 2⁻²⁴ ... 1. Pages of it that no score needs take no memory. */
  readonly #counts = new Uint32Array(2 * STEPS + 1);
  readonly #carried = new Map<number, number>();
  /** What no count exceeds. */
  #highest = 0;

  /** Makes room to count so many scores. */
  reserve(count: number): Uint32Array {
    if (this.#highest + count >= 2 ** 32) {
      this.#counts.forEach((value, step) => {
        if (value < MOST) return;
        this.#carried.set(step, (this.#carried.get(step) ?? 0) + value);
        this.#counts[step] = 0;
      });
      this.#highest = MOST;
    }
    this.#highest += count;
    return this.#counts;
  }

  /** What was counted. */
  result(): CountedScores {
    const values = this.#counts;
    let length = 0;
    for (const step of this.#carried.keys()) if (values[step] === 0) length++;
    for (let step = 0; step < values.length; step++) if (values[step]! > 0) length++;
    const scores = new Float32Array(length), counts = new Float64Array(length + 1);
    const carries = this.#carried.size > 0;
    let sum = 0;
    for (let step = 2 * STEPS, highest = 0; highest < length; step--) {
      const count = values[step]! + (carries ? this.#carried.get(step) ?? 0 : 0);
      if (count === 0) continue;
      counts[++highest] = sum += count;
      scores[length - highest] = step / STEPS - 1;
    }
    return { scores, counts };
  }
}

/** The place of a score among the counts. */
export function stepOf(score: number): number {
  return Math.ceil(score * STEPS) + STEPS;
}
