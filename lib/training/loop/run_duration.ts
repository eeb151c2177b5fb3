/** Steps that tell how long a step takes, the first ones aside, which also compile kernels. */
const fewestSteps = 16;
/** Seconds that those take at least, so that a short halt does not count much. */
const fewestSeconds = 3;

/** Predicts, once, how long the rest of a run of so many steps takes. */
export class RunDuration {
  readonly #steps: number;
  #first: { readonly step: number; readonly at: number } | null = null;
  #said = false;

  /** @param steps of the whole run; infinite if the clock ends it */
  constructor(steps: number) {
    this.#steps = steps;
  }

  /**
   * Takes in that the run has come to a step.
   *
   * @param at the time in seconds
   * @returns the seconds that are left, as soon as that can be told; null before and after
   */
  watch(step: number, at = performance.now() / 1000): number | null {
    this.#first ??= { step, at };
    const steps = step - this.#first.step, seconds = at - this.#first.at;
    if (this.#said || steps < fewestSteps || seconds < fewestSeconds) return null;
    this.#said = true;
    const left = (this.#steps - step) * seconds / steps;
    return Number.isFinite(left) ? left : null;
  }
}
