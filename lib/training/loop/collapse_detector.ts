import type { TripletSummary } from "../../../kernels/reference/triplets/triplet_summary.ts";
import type { UserMessage } from "../../language/user_message.ts";
import { trainingLoopMessages } from "./messages.ts";

/** So many steps in a row count as a collapse: single batches can look like one. */
const patience = 60;
const tolerance = 0.02;

/**
 * Watches for a collapse: all embeddings in one place, so that the loss of every triplet is the margin and
 * no gradient leads out of it (Hermans, Beyer and Leibe, 2017, section 4).
 */
export class CollapseDetector {
  readonly #margin: number;
  #steps = 0;
  #said = false;

  /** @param margin the margin of the triplet loss */
  constructor(margin: number) {
    this.#margin = margin;
  }

  /**
   * Looks at the metrics of a step.
   *
   * @returns a message that says what happened and what to change, once; null otherwise
   */
  watch({ loss, meanPositive, meanNegative }: TripletSummary): UserMessage | null {
    const near = (a: number, b: number) => Math.abs(a - b) <= tolerance * this.#margin;
    const collapsed = near(loss, this.#margin) && near(meanPositive, meanNegative);
    this.#steps = collapsed ? this.#steps + 1 : 0;
    if (this.#said || this.#steps < patience) return null;
    this.#said = true;
    return trainingLoopMessages.collapsed({
      steps: this.#steps,
      margin: this.#margin,
      distance: meanNegative.toFixed(3),
      miner: { option: "miner" },
      learningRate: { option: "learningRate" },
      batch: { option: "batch" },
    });
  }
}
