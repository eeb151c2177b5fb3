/** How an optimiser moves; defaults are PyTorch's and the schedule-free library's. */
export interface OptimizerOptions {
  /**
   * Beside the gradient in AdamW and Ranger, which shrinks every weight alike; part of the gradient
   * in Adam, SGD and the schedule-free ones.
   */
  readonly weightDecay: number;
  /**
   * SGD's momentum, and the first beta of all others, at least 0 and below 1, and above 0 where they are
   * schedule-free: 0.9 by default.
   */
  readonly momentum?: number;
  /** Of the second moments, at least 0 and below 1: 0.999 by default. */
  readonly beta2?: number;
  /** Keeps divisors off 0: 1e-8 by default. */
  readonly epsilon?: number;
  /** True where biases and norms decay too. */
  readonly decayAll?: boolean;
  /** Scales gradients down whose length over all parameters is above this; null does not. */
  readonly clip?: number | null;
  /** Batches a step, their gradients averaged: 1 by default. */
  readonly accumulate?: number;
  /** Schedule-free: later steps count in the average by their number to this power, 0 by default. */
  readonly averagingPower?: number;
  /** Schedule-free RAdam: true takes plain steps until the second moments are known. */
  readonly plainStart?: boolean;
}

/** Options, whole. */
export type ResolvedOptimizerOptions = Required<OptimizerOptions>;
