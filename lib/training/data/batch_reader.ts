import * as tf from "@tensorflow/tfjs";
import { augmentBatch } from "../../images/augment/augment_batch.ts";
import type { Augmentation } from "../../images/augment/augmentation.ts";
import type { Normalization } from "../../images/normalize/normalization.ts";
import type { PixelStore } from "../../images/cache/pixel_store.ts";

/** A batch as tensors. */
export interface Batch {
  /** `[n, side, side, 3]`, augmented and normalized. */
  readonly images: tf.Tensor4D;
  /** `[n]` int32: the index of each image's identity among those to train on. */
  readonly labels: tf.Tensor1D;
}

/** Reads, augments and uploads batches, decoding ahead of the step. */
export class BatchReader {
  readonly #labels: ReadonlyMap<number, number>;
  readonly #store: PixelStore;
  readonly #normalization: Normalization;
  readonly #seed: number;
  readonly #augmentation: Augmentation;

  /**
   * @param options.identities for each identity to train on, the indices of its images in the store
   */
  constructor(
    { identities, store, normalization, augmentation, seed }: {
      identities: readonly (readonly number[])[];
      store: PixelStore;
      normalization: Normalization;
      augmentation: Augmentation;
      seed: number;
    },
  ) {
    this.#labels = new Map(
      identities.flatMap((images, label) => images.map((image) => [image, label])),
    );
    this.#store = store;
    this.#normalization = normalization;
    this.#seed = seed;
    this.#augmentation = augmentation;
  }

  /**
   * Reads one batch. Another image of the same identity in the batch replaces an image that cannot be
   * decoded, so that the shape stays.
   *
   * @param indices of the batch's images
   * @param place which batch of the run it is; the augmentation depends on it
   * @returns null if no image of the batch can be decoded
   */
  async read(
    indices: readonly number[],
    place: { readonly epoch: number; readonly batch: number },
  ): Promise<Batch | null> {
    const read = await this.#store.read(indices);
    const usable = read.flatMap((pixels, i) =>
      pixels ? [{ pixels, label: this.#labels.get(indices[i]!)! }] : []
    );
    if (usable.length === 0) return null;
    const members = read.map((pixels, i) => {
      const label = this.#labels.get(indices[i]!)!;
      if (pixels) return { pixels, label };
      return usable.find((other) => other.label === label) ?? usable[0]!;
    });
    const { mean, std } = this.#normalization;
    return {
      images: augmentBatch(members.map(({ pixels }) => pixels), this.#store.size, {
        ...this.#augmentation,
        mean,
        std,
        seed: this.#seed,
        epoch: place.epoch,
        step: place.batch,
      }),
      labels: tf.tensor1d(members.map(({ label }) => label), "int32"),
    };
  }
}
