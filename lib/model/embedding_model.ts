import type * as tf from "@tensorflow/tfjs";
import type { Normalization } from "../images/normalize/normalization.ts";
import type { Backbone } from "./backbones/backbone.ts";
import type { DropPath } from "./layers/drop_path.ts";
import { linear } from "./layers/linear.ts";
import { type InitialValues, Parameters } from "./layers/parameters.ts";

/** The network that both images of a pair go through: a backbone and a linear head. */
export interface EmbeddingModel {
  /** What it was built from. */
  readonly backbone: Backbone;
  /** How its images are normalized. */
  readonly normalization: Normalization;
  /** Length of an embedding. */
  readonly embeddingSize: number;
  /** Its weights and running statistics. */
  readonly parameters: Parameters;
  /**
   * The backbone alone.
   *
   * @param images `[n, side, side, 3]`, normalized
   * @param training true if BatchNorm uses the batch and moves its running statistics, unless it is
   *   frozen, and residual paths are dropped
   * @returns `[n, features]`
   */
  features(images: tf.Tensor4D, training: boolean): tf.Tensor2D;
  /** The head alone: from features to raw embeddings `[n, embeddingSize]`. */
  head(features: tf.Tensor2D): tf.Tensor2D;
  /**
   * Backbone and head.
   *
   * @param images as of `features`
   * @param training as of `features`
   * @returns `[n, embeddingSize]`, raw: losses and verifiers normalize the rows
   */
  apply(images: tf.Tensor4D, training: boolean): tf.Tensor2D;
}

/**
 * Makes a model with new weights; the same seed gives the same weights. If `given` throws, nothing is
 * left of the model.
 *
 * @param options.normalization the backbone's by default
 * @param options.dropPath none by default
 * @param options.freezeBatchNorm true if BatchNorm works as in evaluation even in training; false by
 *   default
 * @param options.given gives the weights, in place of new ones
 */
export function createEmbeddingModel(
  { backbone, normalization = backbone, imageSize, embeddingSize, seed, dropPath, ...options }: {
    backbone: Backbone;
    normalization?: Normalization;
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
      normalization,
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
