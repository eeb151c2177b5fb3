import * as tf from "@tensorflow/tfjs";
import type { Activation } from "./activation.ts";
import { batchNorm } from "./batch_norm.ts";
import { convolution, depthwiseConvolution, type Padding } from "./convolution.ts";
import type { Layer } from "./layer.ts";
import type { Parameters } from "./parameters.ts";

/** What all convolutions of a network have in common. */
export interface ConvolutionStyle {
  /** What surrounds images. */
  readonly padding: Padding;
  /** BatchNorm's. */
  readonly epsilon: number;
  /** After each BatchNorm, by default. */
  readonly activation: Activation;
}

/** One convolution with its BatchNorm and activation. */
export interface ConvolutionUnit {
  /** Input channels. */
  readonly inputs: number;
  /** Output channels. */
  readonly outputs: number;
  /** Side of the filter. */
  readonly size: number;
  /** 1 by default. */
  readonly stride?: number;
  /** True for one filter a channel; `inputs` then equals `outputs`. False by default. */
  readonly depthwise?: boolean;
  /** The network's by default. */
  readonly activation?: Activation;
  /** What BatchNorm's factor starts from; 1 by default. */
  readonly scale?: number;
}

/**
 * Makes a convolution, the BatchNorm of its output, and an activation.
 *
 * @param names of the convolution and of the norm, as in timm
 */
export function convolutionUnit(
  parameters: Parameters,
  names: readonly [convolution: string, norm: string],
  { padding, epsilon, activation }: ConvolutionStyle,
  unit: ConvolutionUnit,
): Layer {
  const { inputs, outputs, size, stride = 1, depthwise = false, scale } = unit;
  const convolve = depthwise
    ? depthwiseConvolution(parameters, names[0], { channels: outputs, size, stride, padding })
    : convolution(parameters, names[0], { inputs, outputs, size, stride, padding });
  const normalize = batchNorm(parameters, names[1], {
    channels: outputs,
    epsilon,
    scale,
    activation: unit.activation ?? activation,
  });
  // The convolution's output is not needed again, and training keeps all that is not tidied away.
  return (x, training) => tf.tidy(() => normalize(convolve(x), training) as tf.Tensor4D);
}
