import type * as tf from "@tensorflow/tfjs";
import type { Normalization } from "../images/normalize/normalization.ts";
import type { Backbone } from "./backbones/backbone.ts";
import type { DropPath } from "./layers/drop_path.ts";
import { linear } from "./layers/linear.ts";
import { type InitialValues, Parameters } from "./layers/parameters.ts";

/** The one tower that both pictures of a pair go through: a backbone and a linear head. */
export interface EmbeddingModel {
  readonly backbone: Backbone;
  /** What its pictures are normalised by. */
  readonly normalization: Normalization;
  readonly embeddingSize: number;
  readonly parameters: Parameters;
  /**
   * The backbone alone.
   *
   * @param images `[n, side, side, 3]`, normalised
   * @param training true where BatchNorm uses the batch and moves its running statistics, unless it is
   *   frozen, and paths are dropped
   * @returns `[n, features]`
   */
  features(images: tf.Tensor4D, training: boolean): tf.Tensor2D;
  /** The head alone: from features to raw embeddings `[n, embeddingSize]`. */
  head(features: tf.Tensor2D): tf.Tensor2D;
  /**
   * Both.
   *
   * @param images as of `features`
   * @param training as of `features`
   * @returns `[n, embeddingSize]`, raw: losses and verifiers bring rows to unit length
   */
  apply(images: tf.Tensor4D, training: boolean): tf.Tensor2D;
}

/**
 * Makes a model with new weights; the same seed gives the same weights. Where `given` throws, nothing
 * is left of it.
 *
 * @param normalisation the backbone's where it is not given
 * @param dropPath none unless it is given
 * @param freezeBatchNorm true where BatchNorm is as in evaluation even in training; not by default
 * @param given the weights, in place of new ones
 */
export function createEmbeddingModel(
  { backbone, normalisation = backbone, imageSize, embeddingSize, seed, dropPath, ...options }: {
    backbone: Backbone;
    normalisation?: Normalization;
    imageSize: number;
    embeddingSize: number;
    seed: number;
    dropPath?: DropPath;
    freezeBatchNorm?: boolean;
    given?: InitialValues;
  },
): EmbeddingModel {
  const parameters = new Parameters(seed, options);
  try {
    const tower = backbone.build(parameters, imageSize, dropPath);
    const head = linear(parameters, "head", { inputs: tower.features, outputs: embeddingSize });
    return {
      backbone,
      normalization: normalisation,
      embeddingSize,
      parameters,
      features: tower.apply,
      head,
      apply: (images, training) => head(tower.apply(images, training)),
    };
  } catch (error) {
    parameters.dispose();
    throw error;
  }
}
