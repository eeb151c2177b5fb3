import type { Parameter } from "../model/layers/parameters.ts";

/** Parameters that share a learning rate, and are trained or frozen together. */
export interface ParameterGroup {
  /** The parameters, each in one group only. */
  readonly parameters: readonly Parameter[];
  /** Ratio of its learning rate to the one that an update is given; above 0. */
  readonly rate: number;
}

/** How an optimizer moves parameters. */
export interface OptimizerOptions {
  /**
   * Decoupled from the gradient in AdamW and Ranger; added to the gradient in Adam, SGD and the
   * schedule-free optimizers. At least 0.
   */
  readonly weightDecay: number;
  /**
   * SGD's momentum, and the first beta of all others, at least 0 and below 1, and above 0 if they are
   * schedule-free: 0.9 by default.
   */
  readonly momentum?: number;
  /** Of the second moments, at least 0 and below 1: 0.999 by default. */
  readonly beta2?: number;
  /** True if biases and norms decay too; false by default. */
  readonly decayAll?: boolean;
  /** Maximum global gradient norm: longer gradients are scaled down to it. None by default, or null. */
  readonly clip?: number | null;
  /** Batches in a step, whose gradients are averaged: 1 by default. */
  readonly accumulate?: number;
}

/** Options with their defaults. */
export type ResolvedOptimizerOptions = Required<OptimizerOptions>;

/** What keeps divisors off 0 in the optimizers with second moments: PyTorch's default. */
export const epsilon = 1e-8;
