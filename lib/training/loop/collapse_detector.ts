import type { TripletSummary } from "../../../kernels/reference/triplets/triplet_summary.ts";
import { type Message, message } from "../../language/message.ts";

/** So many steps on end count as a collapse: single batches may look like one. */
const patience = 60;
const tolerance = 0.02;

/**
 * Watches for a collapse: all embeddings in one place, so that every triplet's loss is the margin and
 * no gradient leads out (Hermans, Beyer and Leibe, 2017, section 4).
 */
export class CollapseDetector {
  readonly #margin: number;
  #steps = 0;
  #said = false;

  constructor(margin: number) {
    this.#margin = margin;
  }

  /**
   * Looks at the figures of a step.
   *
   * @returns a sentence that says what happened and what to change, once; null otherwise
   */
  watch({ loss, meanPositive, meanNegative }: TripletSummary): Message | null {
    const near = (a: number, b: number) => Math.abs(a - b) <= tolerance * this.#margin;
    const collapsed = near(loss, this.#margin) && near(meanPositive, meanNegative);
    this.#steps = collapsed ? this.#steps + 1 : 0;
    if (this.#said || this.#steps < patience) return null;
    this.#said = true;
    return message`the embeddings have collapsed: for ${this.#steps} steps the loss has been the margin
      (${this.#margin}) and all distances equal (${meanNegative.toFixed(3)}); start again with
      --miner all or semi-hard, a smaller --learning-rate, or a larger --batch`;
  }
}
