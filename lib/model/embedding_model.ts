import type * as tf from "@tensorflow/tfjs";
import type { Normalisation } from "../images/normalisation.ts";
import type { Backbone } from "./backbone.ts";
import type { DropPath } from "./layers/drop_path.ts";
import { linear } from "./layers/linear.ts";
import { Parameters } from "./parameters.ts";

/** The one tower that both pictures of a pair go through: a backbone and a linear head. */
export interface EmbeddingModel {
  readonly backbone: Backbone;
  /** What its pictures are normalised by. */
  readonly normalisation: Normalisation;
  readonly embeddingSize: number;
  readonly parameters: Parameters;
  /**
   * @param images `[n, side, side, 3]`, normalised
   * @param training true where BatchNorm uses the batch and moves its running statistics
   * @returns `[n, embeddingSize]`, raw: losses and verifiers bring rows to unit length
   */
  apply(images: tf.Tensor4D, training: boolean): tf.Tensor2D;
}

/**
 * Makes a model with new weights; the same seed gives the same weights.
 *
 * @param normalisation the backbone's where it is not given
 */
export function createEmbeddingModel(
  { backbone, normalisation = backbone, imageSize, embeddingSize, seed, dropPath }: {
    backbone: Backbone;
    normalisation?: Normalisation;
    imageSize: number;
    embeddingSize: number;
    seed: number;
    dropPath?: DropPath;
  },
): EmbeddingModel {
  const parameters = new Parameters(seed);
  const tower = backbone.build(parameters, imageSize, dropPath);
  const head = linear(parameters, "head", { inputs: tower.features, outputs: embeddingSize });
  return {
    backbone,
    normalisation,
    embeddingSize,
    parameters,
    apply: (images, training) => head(tower.apply(images, training)),
  };
}
