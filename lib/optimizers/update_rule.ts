import type * as tf from "@tensorflow/tfjs";
import type { ParameterUpdate } from "../../kernels/optimizers/register_parameter_update.ts";
import type { MomentStep } from "../../kernels/reference/optimizers/moment_update.ts";
import type { Counters } from "./optimizer.ts";

/**
 * How an optimizer moves parameters that are concatenated. Its state `[rows * p]`, row by row, has
 * their values in the first row.
 *
 * @typeParam Step the numbers of one step
 */
export interface UpdateRule<Step> {
  /** Names of the other rows, and what each starts as: zeros, or a copy of the values. */
  readonly vectors: readonly (readonly [name: string, start: "zeros" | "values"])[];
  /** The counters of a group of parameters before its first step. */
  readonly counters: Counters;
  /** Moves all parameters. */
  readonly update: ParameterUpdate<Step>;
  /** The numbers of a step in which nothing of the state changes. */
  readonly noStep: Step;
  /** The next step of a group of parameters: its numbers, and the counters after it. */
  step(
    counters: Counters,
    learningRate: number,
    weightDecay: number,
  ): { counters: Counters; numbers: Step };
  /** The values to evaluate with `[p]`, if they are not those of training. */
  average?(state: tf.Tensor1D): tf.Tensor1D;
}

/** A step of `momentUpdate` in which neither values nor moments change. */
export const noMomentStep: MomentStep = {
  coupledDecay: 0,
  keepFirst: 1,
  addFirst: 0,
  keepSecond: 1,
  addSecond: 0,
  adaptive: 0,
  correction: 1,
  epsilon: 0,
  rate: 0,
  decay: 0,
  pull: 0,
};
