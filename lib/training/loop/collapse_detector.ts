import type { TripletSummary } from "../../../kernels/reference/triplets/triplet_summary.ts";
import type { UserMessage } from "../../language/user_message.ts";
import type { TrainSettings } from "../settings/train_settings.ts";
import { trainingLoopMessages as messages } from "./messages.ts";

/** So many steps in a row count as a collapse: single batches can look like one. */
const patience = 60;
/** So many first steps without any loss have nothing to learn from: a loss that is learned away lasts longer. */
const patienceAtStart = 20;
/** Of distances, as a fraction of the margin. */
const tolerance = 0.02;
/** Embeddings that spread less show nothing of their images, see `spreadOf`. */
const least = 1e-4;

/** What a step tells of its embeddings, whatever the loss. */
export interface StepSigns extends TripletSummary {
  /** How far the embeddings of the batch are spread, 0 to 1: see `spreadOf`. */
  readonly spread: number;
}

/**
 * Watches for a run that learns nothing: for a collapse of all embeddings into one place, with any loss;
 * with triplets also into a few places that no identity has to itself, where the loss of every triplet
 * is the margin and no gradient leads out (Hermans, Beyer and Leibe, 2017, section 4); and for a loss of
 * exactly 0 from the first step on.
 */
export class CollapseDetector {
  readonly #margin: number | null;
  #steps = 0;
  #withoutLoss = 0;
  #said = false;

  /** @param settings of the run */
  constructor({ loss, margin }: Pick<TrainSettings, "loss" | "margin">) {
    this.#margin = loss === "triplet" ? margin : null;
  }

  /**
   * Looks at a step.
   *
   * @param step its number, from 0
   * @returns a message that says what happened and what to change, once; null otherwise
   */
  watch(signs: StepSigns, step: number): UserMessage | null {
    const collapsed = signs.spread < least || this.#isAtMargin(signs);
    this.#steps = collapsed ? this.#steps + 1 : 0;
    if (signs.loss === 0 && step === this.#withoutLoss) this.#withoutLoss++;
    const message = this.#steps >= patience
      ? this.#collapse(signs)
      : this.#withoutLoss >= patienceAtStart && step < this.#withoutLoss
      ? messages.noLoss({ steps: this.#withoutLoss })
      : null;
    if (this.#said || message === null) return null;
    this.#said = true;
    return message;
  }

  #isAtMargin({ loss, meanPositive, meanNegative }: StepSigns): boolean {
    const margin = this.#margin;
    if (margin === null) return false;
    const near = (a: number, b: number) => Math.abs(a - b) <= tolerance * margin;
    return near(loss, margin) && near(meanPositive, meanNegative);
  }

  #collapse(signs: StepSigns): UserMessage {
    const values = {
      steps: this.#steps,
      miner: { option: "miner" },
      learningRate: { option: "learningRate" },
      batch: { option: "batch" },
    };
    if (!this.#isAtMargin(signs)) return messages.collapsedToPoint(values);
    const distance = signs.meanNegative.toFixed(3);
    return messages.collapsed({ ...values, margin: this.#margin!, distance });
  }
}
