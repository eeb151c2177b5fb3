/** Functions of each number, by name; SiLU is x sigmoid(x). */
export type BatchNormActivation = "none" | "relu" | "relu6" | "silu";

/** What normalisation by the batch works with. */
export interface BatchNormInputs {
  /** `[rows, channels]` */
  readonly x: ArrayLike<number>;
  /** `[channels]` */
  readonly scale: ArrayLike<number>;
  /** `[channels]` */
  readonly offset: ArrayLike<number>;
  readonly epsilon: number;
  readonly activation: BatchNormActivation;
}

/** What normalisation by the batch gives. */
export interface BatchNormOutputs {
  /** `[rows, channels]` */
  readonly y: Float64Array;
  /** `[2, channels]`: mean, and biased variance. */
  readonly statistics: Float64Array;
}

/** What its gradient gives. */
export interface BatchNormGradients {
  /** `[rows, channels]` */
  readonly dx: Float64Array;
  /** `[2, channels]`: of the offset, and of the scale. */
  readonly sums: Float64Array;
}

/**
 * Normalises each channel by its mean and variance over the rows (Ioffe and Szegedy, 2015), scales,
 * shifts and activates, in double precision.
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
      y[i] = activate((x[i]! - mean) * factor + offset[c]!, activation);
    }
  }
  return { y, statistics };
}

/**
 * The gradient of {@linkcode batchNorm}, in double precision.
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
    const normalised = (i: number) => (x[i]! - statistics[c]!) * inverse;
    const gradient = (i: number) =>
      dy[i]! * slope(normalised(i) * scale[c]! + offset[c]!, activation);
    for (let i = c; i < x.length; i += channels) {
      sums[c]! += gradient(i);
      sums[channels + c]! += gradient(i) * normalised(i);
    }
    for (let i = c; i < x.length; i += channels) {
      const common = sums[c]! + normalised(i) * sums[channels + c]!;
      dx[i] = scale[c]! * inverse * (gradient(i) - common / rows);
    }
  }
  return { dx, sums };
}

function activate(z: number, activation: BatchNormActivation): number {
  if (activation === "relu") return Math.max(z, 0);
  if (activation === "relu6") return Math.min(Math.max(z, 0), 6);
  return activation === "silu" ? z * sigmoid(z) : z;
}

function slope(z: number, activation: BatchNormActivation): number {
  if (activation === "relu") return z > 0 ? 1 : 0;
  if (activation === "relu6") return z > 0 && z < 6 ? 1 : 0;
  return activation === "silu" ? sigmoid(z) * (1 + z * (1 - sigmoid(z))) : 1;
}

function sigmoid(z: number): number {
  return 1 / (1 + Math.exp(-z));
}
