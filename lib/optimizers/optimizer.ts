import type * as tf from "@tensorflow/tfjs";

/** What a checkpoint keeps of an optimiser, beside the parameters' values. */
export interface OptimizerState {
  /** Vectors `[p]` over all parameters end to end, by name. */
  readonly vectors: ReadonlyMap<string, Float32Array>;
  readonly counters: Counters;
}

/** Finite numbers that change from step to step, by name; in a state, of each group: "steps.0". */
export type Counters = Readonly<Record<string, number>>;

/** Moves parameters along their gradients. It begins in training mode. */
export interface Optimizer {
  /**
   * True where evaluation wants other values than training: an average over the steps. BatchNorm's
   * running statistics are those of the values that were trained with, and need to be estimated anew
   * in evaluation mode.
   */
  readonly averagesWeights: boolean;
  /**
   * Takes in one batch: a step for the parameters, or where gradients are accumulated, its share of
   * one. A group of parameters without gradients in the batch of a step stays as it is, with all that
   * is known of it, weight decay and counters included; its steps are counted from its first gradient.
   *
   * @param gradients by the names of the variables, as `tf.variableGrads` gives them
   * @returns `[2]` int32, which the caller disposes of: where the first number stands that is not
   *   finite, among the gradients and among the parameters after the step, -1 where all are; see
   *   {@linkcode nameAt}
   * @throws {Error} in evaluation mode, or where a group has gradients for some of its parameters
   */
  update(gradients: tf.NamedTensorMap, learningRate: number): tf.Tensor1D;
  /** The name of the parameter that a number belongs to, by its place among all. */
  nameAt(place: number): string;
  /** Sets the parameters to the values to train with; does nothing in training mode. */
  trainMode(): void;
  /** Sets the parameters to the values to evaluate and to keep; does nothing in evaluation mode. */
  evalMode(): void;
  /**
   * Reads all that it takes to go on exactly.
   *
   * @throws {Error} in evaluation mode, in which the parameters are not what training goes on with
   */
  state(): Promise<OptimizerState>;
  /**
   * Goes on from such a state, in training mode; the parameters have their values of then already.
   *
   * @throws {UserError} when it is another optimiser's, or a smaller or larger model's
   */
  restore(state: OptimizerState): void;
  /** Frees the state; the parameters stay. */
  dispose(): void;
}
