import type * as tf from "@tensorflow/tfjs";
import type { DropPath } from "../layers/drop_path.ts";
import type { Parameters } from "../layers/parameters.ts";

/** A network from images to features, built on a set of parameters. */
export interface Tower {
  /** Number of features of an image. */
  readonly features: number;
  /**
   * Computes features.
   *
   * @param images `[n, side, side, 3]`, normalized
   * @param training true if BatchNorm uses the batch
   * @returns `[n, features]`
   */
  apply(images: tf.Tensor4D, training: boolean): tf.Tensor2D;
}

/** What a backbone is: its name, its input, its pretrained weights, and how it is built. */
export interface Backbone {
  /** timm's name of the network, or the project's own. */
  readonly name: string;
  /** timm's tag of the weights from ImageNet, such as `in1k`; undefined if timm has none. */
  readonly imageNetTag?: string;
  /** True if its weights can be read from Keras's network as a TensorFlow.js layers model. */
  readonly hasLayersModel?: boolean;
  /** Side of the square image that it was designed for, in pixels. */
  readonly imageSize: number;
  /** Mean of red, green and blue that it was trained with, on a scale of 0 to 1. */
  readonly mean: readonly [number, number, number];
  /** Standard deviation of red, green and blue, likewise. */
  readonly std: readonly [number, number, number];
  /** True if it has residual paths that `dropPath` drops. */
  readonly supportsDropPath: boolean;
  /**
   * Makes the parameters, in a fixed order, and the function over them.
   *
   * @param imageSize side of the images that it will see, in pixels
   * @param dropPath drops residual branches in training, if `supportsDropPath`; none by default
   */
  build(parameters: Parameters, imageSize: number, dropPath?: DropPath): Tower;
}
