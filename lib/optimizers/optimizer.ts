import type * as tf from "@tensorflow/tfjs";

/** What a checkpoint saves of an optimizer, beside the parameters' values. */
export interface OptimizerState {
  /** Vectors `[p]` over all parameters, concatenated, by name. */
  readonly vectors: ReadonlyMap<string, Float32Array>;
  /** Numbers beside the vectors. */
  readonly counters: Counters;
}

/** Finite numbers that change from step to step, by name; in a state, of each group: "steps.0". */
export type Counters = Readonly<Record<string, number>>;

/** Moves parameters along their gradients. It starts in training mode. */
export interface Optimizer {
  /**
   * True if evaluation uses other values than training: an average over the steps. BatchNorm's running
   * statistics belong to the values of training, and must be estimated again in evaluation mode.
   */
  readonly averagesWeights: boolean;
  /**
   * Takes in one batch: it moves the parameters, or waits for more batches if gradients are
   * accumulated. A group of parameters without gradients in the batch of a step keeps its values, its
   * state and its counters. Its steps are counted from its first gradient.
   *
   * @param gradients by the names of the variables, as `tf.variableGrads` gives them
   * @returns `[2]` int32, which the caller disposes of: the place of the first number that is not
   *   finite, among the gradients and among the parameters after the step, -1 if all are finite; see
   *   {@linkcode nameAt}
   * @throws {Error} in evaluation mode, or if a group has gradients for some of its parameters only
   */
  update(gradients: tf.NamedTensorMap, learningRate: number): tf.Tensor1D;
  /** The name of the parameter that a number belongs to, by its place among all numbers. */
  nameAt(place: number): string;
  /** Sets the parameters to the values of training; does nothing in training mode. */
  trainMode(): void;
  /** Sets the parameters to the values to evaluate and to save; does nothing in evaluation mode. */
  evalMode(): void;
  /**
   * Reads all that is needed to resume exactly.
   *
   * @throws {Error} in evaluation mode, in which the parameters do not have their values of training
   */
  state(): Promise<OptimizerState>;
  /**
   * Resumes from a state, in training mode. The parameters have their values of that state already.
   *
   * @throws {UserError} if it is the state of another optimizer, or of a model of another size
   */
  restore(state: OptimizerState): void;
  /** Frees the state; the parameters stay. */
  dispose(): void;
}
