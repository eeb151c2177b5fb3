import * as tf from "@tensorflow/tfjs";
import type { Parameters } from "../model/layers/parameters.ts";
import type { References } from "./comparison.ts";

/**
 * Makes a loss's own weights: one direction a class, drawn from the parameters' seed, whose length does
 * not matter.
 *
 * @param name such as "loss.proxies"; `[embeddingSize, classes]`, so that files hold a row a class
 * @returns them as references to compare a batch with, labelled 0 to classes - 1
 */
export function classWeights(
  parameters: Parameters,
  name: string,
  { embeddingSize, classes }: { embeddingSize: number; classes: number },
): () => References {
  const std = 1 / Math.sqrt(embeddingSize);
  const weights = parameters.create(name, [embeddingSize, classes], { std }, {
    kind: "linear",
  });
  return () => ({
    embeddings: tf.transpose(weights) as tf.Tensor2D,
    labels: tf.range(0, classes, 1, "int32"),
    self: classes,
  });
}
