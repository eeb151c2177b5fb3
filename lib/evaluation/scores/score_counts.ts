/** Scores are rounded up to multiples of one over this, which single precision has from one half on. */
const STEPS = 2 ** 24;

/** Counts that lie side by side are counted together, so many of so many scores at a time. */
const WINDOW_BITS = 12, WINDOW = 2 ** WINDOW_BITS, WAITING = 4096;

/** Scores in ascending order without repetition, and how many there are of them. */
export interface CountedScores {
  /** The distinct scores. */
  readonly scores: Float32Array;
  /** How many pairs the 0, 1, 2 ... highest ones count for. */
  readonly counts: Float64Array;
}

/**
 * Counts scores, however many, in 200 MiB at most. A score below one half is rounded up to a multiple of
 * 2⁻²⁴, by less than 6e-8; from one half on it stays as it is.
 *
 * Rates at a threshold that is next to a counted score, or one half or more, are exact. At any other
 * threshold, those pairs are on the wrong side whose score lies within 6e-8 below it.
 */
export class ScoreCounts {
  /** How many scores there are of -1, -1 + 2⁻²⁴ ... 1. Pages of it that no score needs take no memory. */
  readonly #counts = new Uint32Array(2 * STEPS + WINDOW);
  readonly #carried = new Map<number, number>();
  readonly #most: number;
  /**
   * Scores that wait for others of their window, by their place in it. To count each at once would be to
   * wait for memory each time.
   */
  readonly #waiting = new Uint16Array(this.#counts.length / WINDOW * WAITING);
  readonly #lengths = new Uint16Array(this.#counts.length / WINDOW);

  /** @param most counts have 32 bits, and one of so many is carried over */
  constructor(most: number = 2 ** 31) {
    this.#most = most;
  }

  /** Counts so many first ones of scores from -1 to 1. */
  add(scores: Float32Array, count: number): void {
    // In variables of its own, since fields are slow to read.
    const waiting = this.#waiting, lengths = this.#lengths;
    for (let i = 0; i < count; i++) {
      const step = Math.ceil(scores[i]! * STEPS) + STEPS | 0, window = step >>> WINDOW_BITS;
      const length = lengths[window]!;
      waiting[window * WAITING + length] = step & WINDOW - 1;
      lengths[window] = length + 1;
      if (length + 1 === WAITING) this.#count(window);
    }
  }

  /** What was counted. */
  result(): CountedScores {
    this.#lengths.forEach((_, window) => this.#count(window));
    const values = this.#counts, carries = this.#carried.size > 0;
    const countAt = (step: number) => values[step]! + (carries ? this.#carried.get(step) ?? 0 : 0);
    let length = 0;
    for (let step = 0; step < values.length; step++) if (countAt(step) > 0) length++;
    const scores = new Float32Array(length), counts = new Float64Array(length + 1);
    let sum = 0;
    for (let step = values.length - 1, highest = 0; highest < length; step--) {
      const count = countAt(step);
      if (count === 0) continue;
      counts[++highest] = sum += count;
      scores[length - highest] = step / STEPS - 1;
    }
    return { scores, counts };
  }

  #count(window: number): void {
    const counts = this.#counts, waiting = this.#waiting, most = this.#most;
    const first = window * WINDOW, begin = window * WAITING, end = begin + this.#lengths[window]!;
    for (let place = begin; place < end; place++) {
      const step = first + waiting[place]!, count = counts[step]! + 1;
      counts[step] = count;
      if (count >= most) {
        counts[step] = 0;
        this.#carried.set(step, (this.#carried.get(step) ?? 0) + count);
      }
    }
    this.#lengths[window] = 0;
  }
}
