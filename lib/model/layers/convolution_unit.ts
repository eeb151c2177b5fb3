import * as tf from "@tensorflow/tfjs";
import type { Parameters } from "./parameters.ts";
import type { Activation } from "./activation.ts";
import { batchNorm } from "./batch_norm.ts";
import { convolution } from "./convolution.ts";
import { depthwiseConvolution } from "./depthwise_convolution.ts";
import type { Layer } from "./layer.ts";
import type { Padding } from "./padding.ts";

/** What all convolutions of a network have in common. */
export interface ConvolutionStyle {
  readonly padding: Padding;
  /** BatchNorm's. */
  readonly epsilon: number;
  readonly activation: Activation;
}

/** One convolution with its BatchNorm and activation. */
export interface ConvolutionUnit {
  readonly inputs: number;
  readonly outputs: number;
  /** Side of the filter. */
  readonly size: number;
  /** 1 unless told otherwise. */
  readonly stride?: number;
  /** True for a filter a channel; `inputs` equals `outputs` then. */
  readonly depthwise?: boolean;
  /** In place of the network's. */
  readonly activation?: Activation;
  /** What BatchNorm's factor starts from, 1 unless told otherwise. */
  readonly scale?: number;
}

/**
 * Makes a convolution, the BatchNorm of what it gives, and an activation.
 *
 * @param names of the convolution and of the norm, as timm has them
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
  const normalise = batchNorm(parameters, names[1], {
    channels: outputs,
    epsilon,
    scale,
    activation: unit.activation ?? activation,
  });
  // What the convolution gives is needed no more, and training keeps all that is not tidied away.
  return (x, training) => tf.tidy(() => normalise(convolve(x), training) as tf.Tensor4D);
}
