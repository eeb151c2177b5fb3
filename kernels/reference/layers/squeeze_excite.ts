import { type Activation, activations } from "./activation.ts";

/** Inputs of {@linkcode squeezeExcite}. */
export interface SqueezeExciteInputs {
  /** `[n, positions, channels]` */
  readonly x: ArrayLike<number>;
  readonly shape: readonly [n: number, positions: number, channels: number];
  /** `[channels, units]` */
  readonly reduce: ArrayLike<number>;
  /** `[units]` */
  readonly reduceBias: ArrayLike<number>;
  /** `[units, channels]` */
  readonly expand: ArrayLike<number>;
  /** `[channels]` */
  readonly expandBias: ArrayLike<number>;
  readonly activation: Activation;
}

/** The gradient of each input, in its shape. */
export interface SqueezeExciteGradients {
  readonly x: Float64Array;
  readonly reduce: Float64Array;
  readonly reduceBias: Float64Array;
  readonly expand: Float64Array;
  readonly expandBias: Float64Array;
}

/**
 * Scales each channel of an image by sigmoid(expand a(reduce m)), where m are the means of its
 * channels over all positions (Hu et al., 2018), in float64.
 *
 * @returns `[n, positions, channels]`
 */
export function squeezeExcite(inputs: SqueezeExciteInputs): Float64Array {
  const { x, shape: [n, positions, channels] } = inputs;
  const y = new Float64Array(n * positions * channels);
  for (let image = 0; image < n; image++) {
    const { factors } = excitation(inputs, image);
    for (let i = image * positions * channels; i < (image + 1) * positions * channels; i++) {
      y[i] = x[i]! * factors[i % channels]!;
    }
  }
  return y;
}

/**
 * The gradient of {@linkcode squeezeExcite}, in float64.
 *
 * @param dy `[n, positions, channels]`
 */
export function squeezeExciteGradient(
  inputs: SqueezeExciteInputs,
  dy: ArrayLike<number>,
): SqueezeExciteGradients {
  const { x, shape: [n, positions, channels], reduce, reduceBias, expand, activation } = inputs;
  const units = reduceBias.length;
  const gradients = {
    x: new Float64Array(n * positions * channels),
    reduce: new Float64Array(channels * units),
    reduceBias: new Float64Array(units),
    expand: new Float64Array(units * channels),
    expandBias: new Float64Array(channels),
  };
  for (let image = 0; image < n; image++) {
    const { means, taken, factors } = excitation(inputs, image);
    const first = image * positions * channels;
    const ofMeans = new Float64Array(channels), ofUnits = new Float64Array(units);
    for (let c = 0; c < channels; c++) {
      let ofFactor = 0;
      for (let position = 0; position < positions; position++) {
        const i = first + position * channels + c;
        ofFactor += dy[i]! * x[i]!;
      }
      const gradient = ofFactor * factors[c]! * (1 - factors[c]!);
      gradients.expandBias[c]! += gradient;
      for (let u = 0; u < units; u++) {
        gradients.expand[u * channels + c]! += activations[activation].apply(taken[u]!) * gradient;
        ofUnits[u]! += expand[u * channels + c]! * gradient;
      }
    }
    for (let u = 0; u < units; u++) {
      const gradient = ofUnits[u]! * activations[activation].slope(taken[u]!);
      gradients.reduceBias[u]! += gradient;
      for (let c = 0; c < channels; c++) {
        gradients.reduce[c * units + u]! += means[c]! * gradient;
        ofMeans[c]! += reduce[c * units + u]! * gradient;
      }
    }
    for (let i = first; i < first + positions * channels; i++) {
      gradients.x[i] = dy[i]! * factors[i % channels]! + ofMeans[i % channels]! / positions;
    }
  }
  return gradients;
}

/** Means and factors of an image's channels, and the inputs of the units between. */
function excitation(inputs: SqueezeExciteInputs, image: number) {
  const { x, shape: [, positions, channels], reduce, reduceBias, expand, expandBias, activation } =
    inputs;
  const means = new Float64Array(channels);
  for (let i = 0; i < positions * channels; i++) {
    means[i % channels]! += x[image * positions * channels + i]! / positions;
  }
  const taken = Float64Array.from(
    reduceBias,
    (bias, u) =>
      means.reduce((sum, mean, c) => sum + mean * reduce[c * reduceBias.length + u]!, bias),
  );
  const factors = Float64Array.from(expandBias, (bias, c) => {
    const given = taken.reduce(
      (sum, z, u) => sum + activations[activation].apply(z) * expand[u * channels + c]!,
      bias,
    );
    return 1 / (1 + Math.exp(-given));
  });
  return { means, taken, factors };
}
