import type * as tf from "@tensorflow/tfjs";
import type { DropPath } from "../layers/drop_path.ts";
import type { Parameters } from "../layers/parameters.ts";

/** A network from pictures to features, built on a set of parameters. */
export interface Tower {
  /** Length of a picture's features. */
  readonly features: number;
  /**
   * @param images `[n, side, side, 3]`, normalised
   * @param training true where BatchNorm uses the batch
   * @returns `[n, features]`
   */
  apply(images: tf.Tensor4D, training: boolean): tf.Tensor2D;
}

/** A kind of network, under timm's name for it, or the project's own. */
export interface Backbone {
  readonly name: string;
  /** timm's tag of its weights from ImageNet, such as `in1k`; none where timm has none. */
  readonly imageNetTag?: string;
  /** Side of the square picture that it was designed for, in pixels. */
  readonly imageSize: number;
  /** Normalisation of red, green, blue, on a scale of 0 to 1. */
  readonly mean: readonly [number, number, number];
  readonly std: readonly [number, number, number];
  /** Whether it has residual paths that `dropPath` leaves out. */
  readonly supportsDropPath: boolean;
  /**
   * Makes the parameters, in a fixed order, and the function over them.
   *
   * @param imageSize side of the pictures that it will see, in pixels
   * @param dropPath leaves out residual branches in training, where `dropsPaths`; none unless asked
   */
  build(parameters: Parameters, imageSize: number, dropPath?: DropPath): Tower;
}
