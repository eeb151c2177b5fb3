import type * as tf from "@tensorflow/tfjs";
import type { Counters } from "./optimiser.ts";

/** From the state `[rows * p]`, a gradient `[p]` and where weight decay applies `[p]` to the next. */
export type Move = (
  state: tf.Tensor1D,
  gradient: tf.Tensor1D,
  decays: tf.Tensor1D,
) => tf.Tensor1D;

/**
 * How an optimiser moves parameters that stand end to end. Its state `[rows * p]`, row by row, has
 * their values in the first.
 */
export interface UpdateRule {
  /** Names of the other rows, and what each begins as: zeros, or a copy of the values. */
  readonly vectors: readonly (readonly [name: string, start: "zeros" | "values"])[];
  /** The counters before the first step. */
  readonly counters: Counters;
  /** The next step: the counters after it, and how the state moves. */
  step(counters: Counters, learningRate: number): { counters: Counters; move: Move };
  /** The values to evaluate with `[p]`, where they are not those of training. */
  average?(state: tf.Tensor1D): tf.Tensor1D;
}
