import * as tf from "@tensorflow/tfjs";
import type * as v from "valibot";
import { detach } from "../../kernels/runtime/detach.ts";
import type { Parameters } from "../model/layers/parameters.ts";
import { option } from "../options/options.ts";
import { whole } from "../options/schemas.ts";
import type { References } from "./comparison.ts";

/** The option "memory" of a loss over pairs. Labels below 2^24 are exact in single precision. */
export const memory: v.OptionalSchema<v.GenericSchema<number>, number> = option(
  whole(0, 2 ** 24 - 1),
  0,
  {
    en: "embeddings of the last batches to compare with; 0 for the batch alone",
    ja: "比べる相手にする直近のバッチの埋め込みの数。0ならそのバッチだけ",
  },
);

/**
 * The embeddings of the last batches, so that a loss sees more pairs than a batch has (Wang et al.
 * 2020, Cross-Batch Memory), as PyTorch Metric Learning's `CrossBatchMemory`. They have no gradient.
 * They are among a model's parameters, so that checkpoints hold them, but no optimizer changes them.
 */
export class CrossBatchMemory {
  readonly #embeddings: tf.Variable;
  readonly #labels: tf.Variable;

  /**
   * Makes an empty memory.
   *
   * @param size number of embeddings to remember; a batch has at most as many
   */
  constructor(
    parameters: Parameters,
    { size, embeddingSize }: { size: number; embeddingSize: number },
  ) {
    this.#embeddings = parameters.create("loss.memory", [size, embeddingSize], { constant: 0 }, {
      kind: "linear",
      trainable: false,
    });
    // -1 marks an empty row.
    this.#labels = parameters.create("loss.memory_labels", [size], { constant: -1 }, {
      kind: "vector",
      trainable: false,
    });
  }

  /**
   * Remembers a batch in place of the oldest embeddings.
   *
   * @param embeddings `[n, d]`, raw
   * @param labels `[n]` int32
   * @returns all that is remembered, the batch last
   * @throws {Error} if the batch is larger than the memory
   */
  remember(embeddings: tf.Tensor2D, labels: tf.Tensor1D): References {
    const [n, size] = [labels.size, this.#labels.size];
    if (n > size) {
      throw new Error(`a cross-batch memory of ${size} embeddings got a batch of ${n}`);
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
