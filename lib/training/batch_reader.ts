import * as tf from "@tensorflow/tfjs";
import { augmentBatch } from "../images/augment_batch.ts";
import type { Normalisation } from "../images/normalisation.ts";
import type { PixelStore } from "../images/pixel_store.ts";
import type { Catalog } from "../dataset/catalog.ts";

/** A batch as tensors. */
export interface Batch {
  /** `[n, side, side, 3]`, augmented and normalised. */
  readonly images: tf.Tensor4D;
  /** `[n]` int32. */
  readonly labels: tf.Tensor1D;
}

/** Reads, augments and uploads batches, decoding ahead of the step. */
export class BatchReader {
  readonly #catalog: Catalog;
  readonly #store: PixelStore;
  readonly #normalisation: Normalisation;
  readonly #seed: number;

  constructor(
    { catalog, store, normalisation, seed }: {
      catalog: Catalog;
      store: PixelStore;
      normalisation: Normalisation;
      seed: number;
    },
  ) {
    this.#catalog = catalog;
    this.#store = store;
    this.#normalisation = normalisation;
    this.#seed = seed;
  }

  /**
   * Reads one batch. A picture that does not decode gives its place to another of its identity in the
   * batch, so that the shape stays.
   *
   * @param place where the batch stands in the run, which its augmentation depends on
   * @returns null when no picture of the batch can be decoded
   */
  async read(
    indices: readonly number[],
    place: { readonly epoch: number; readonly batch: number },
  ): Promise<Batch | null> {
    const side = this.#store.size;
    const read = await this.#store.read(indices);
    const usable = read.flatMap((pixels, i) =>
      pixels ? [{ pixels, label: this.#catalog.images[indices[i]!]!.label }] : []
    );
    if (usable.length === 0) return null;
    const members = read.map((pixels, i) => {
      const label = this.#catalog.images[indices[i]!]!.label;
      if (pixels) return { pixels, label };
      return usable.find((other) => other.label === label) ?? usable[0]!;
    });
    const input = new Float32Array(members.length * side * side * 3);
    augmentBatch(members.map(({ pixels }) => pixels), side, {
      ...this.#normalisation,
      seed: this.#seed,
      epoch: place.epoch,
      step: place.batch,
    }, input);
    return {
      images: tf.tensor4d(input, [members.length, side, side, 3]),
      labels: tf.tensor1d(members.map(({ label }) => label), "int32"),
    };
  }
}
