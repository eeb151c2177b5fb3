import { type Activation, activations } from "./activation.ts";

/** Options of batch norm. */
export interface BatchNormOptions {
  /** Added to the variance. */
  readonly epsilon: number;
  /** Applied to the output. */
  readonly activation: Activation;
}

/** Inputs of {@linkcode batchNorm}. */
export interface BatchNormInputs extends BatchNormOptions {
  /** `[rows, channels]` */
  readonly x: ArrayLike<number>;
  /** `[channels]` */
  readonly scale: ArrayLike<number>;
  /** `[channels]` */
  readonly offset: ArrayLike<number>;
}

/** Outputs of {@linkcode batchNorm}. */
export interface BatchNormOutputs {
  /** `[rows, channels]` */
  readonly y: Float64Array;
  /** `[2, channels]`: mean, and biased variance. */
  readonly statistics: Float64Array;
}

/** Outputs of {@linkcode batchNormGradient}. */
export interface BatchNormGradients {
  /** `[rows, channels]` */
  readonly dx: Float64Array;
  /** `[2, channels]`: of the offset, and of the scale. */
  readonly sums: Float64Array;
}

/**
 * Normalizes each channel by its mean and variance over the rows (Ioffe and Szegedy, 2015), scales,
 * shifts and activates, in float64.
 */
export function batchNorm(inputs: BatchNormInputs): BatchNormOutputs {
  const { x, scale, offset, epsilon, activation } = inputs;
  const channels = scale.length, rows = x.length / channels;
  const y = new Float64Array(x.length), statistics = new Float64Array(2 * channels);
  for (let c = 0; c < channels; c++) {
    let mean = 0, variance = 0;
    for (let i = c; i < x.length; i += channels) mean += x[i]! / rows;
    for (let i = c; i < x.length; i += channels) variance += (x[i]! - mean) ** 2 / rows;
    statistics[c] = mean;
    statistics[channels + c] = variance;
    const factor = scale[c]! / Math.sqrt(variance + epsilon);
    for (let i = c; i < x.length; i += channels) {
      y[i] = activations[activation].apply((x[i]! - mean) * factor + offset[c]!);
    }
  }
  return { y, statistics };
}

/**
 * The gradient of {@linkcode batchNorm}, in float64.
 *
 * @param dy `[rows, channels]`
 */
export function batchNormGradient(
  inputs: BatchNormInputs,
  dy: ArrayLike<number>,
): BatchNormGradients {
  const { x, scale, offset, epsilon, activation } = inputs;
  const channels = scale.length, rows = x.length / channels;
  const { statistics } = batchNorm(inputs);
  const dx = new Float64Array(x.length), sums = new Float64Array(2 * channels);
  for (let c = 0; c < channels; c++) {
    const inverse = 1 / Math.sqrt(statistics[channels + c]! + epsilon);
    const normalized = (i: number) => (x[i]! - statistics[c]!) * inverse;
    const gradient = (i: number) =>
      dy[i]! * activations[activation].slope(normalized(i) * scale[c]! + offset[c]!);
    for (let i = c; i < x.length; i += channels) {
      sums[c]! += gradient(i);
      sums[channels + c]! += gradient(i) * normalized(i);
    }
    for (let i = c; i < x.length; i += channels) {
      const common = sums[c]! + normalized(i) * sums[channels + c]!;
      dx[i] = scale[c]! * inverse * (gradient(i) - common / rows);
    }
  }
  return { dx, sums };
}
