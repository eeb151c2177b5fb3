import * as tf from "@tensorflow/tfjs";
import { detach } from "../../kernels/runtime/detach.ts";
import type { Parameters } from "../model/layers/parameters.ts";
import type { References } from "./comparison.ts";

/**
 * The embeddings of the last batches, so that a loss sees more pairs than a batch has (Wang et al.
 * 2020, Cross-Batch Memory), as PyTorch Metric Learning's `CrossBatchMemory`. They have no gradient.
 * What is remembered stands among a model's parameters, which no optimiser changes, so that
 * checkpoints hold it.
 */
export class CrossBatchMemory {
  readonly #embeddings: tf.Variable;
  readonly #labels: tf.Variable;

  /** @param size how many embeddings are remembered; a batch has at most as many */
  constructor(
    parameters: Parameters,
    { size, embeddingSize }: { size: number; embeddingSize: number },
  ) {
    this.#embeddings = parameters.create("loss.memory", [size, embeddingSize], { constant: 0 }, {
      kind: "linear",
      trainable: false,
    });
    // -1 is none; numbers below 2^24 are exact.
    this.#labels = parameters.create("loss.memory_labels", [size], { constant: -1 }, {
      kind: "vector",
      trainable: false,
    });
  }

  /**
   * Remembers a batch in the place of the oldest embeddings.
   *
   * @param embeddings `[n, d]`, raw
   * @param labels `[n]` int32
   * @returns all that is remembered, the batch last
   * @throws Error where the batch is larger than the memory
   */
  remember(embeddings: tf.Tensor2D, labels: tf.Tensor1D): References {
    const [n, size] = [labels.size, this.#labels.size];
    if (n > size) {
      throw new Error(`Cross-batch memory: wanted a batch of at most ${size}, found ${n}`);
    }
    const shift = <T extends tf.Tensor>(memory: tf.Variable, batch: tf.Tensor): T => {
      const kept = tf.slice(memory, n, size - n);
      const shifted = size === n ? batch.clone() : tf.concat([kept, batch], 0);
      memory.assign(shifted);
      return shifted as T;
    };
    return {
      embeddings: shift<tf.Tensor2D>(this.#embeddings, detach(embeddings)),
      labels: tf.cast(shift<tf.Tensor1D>(this.#labels, tf.cast(labels, "float32")), "int32"),
      self: size - n,
    };
  }
}
