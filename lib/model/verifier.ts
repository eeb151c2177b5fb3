import type { ModelMetadata } from "../model_file/model_metadata.ts";

/** A trained model, ready to embed images. Its end frees the weights. */
export interface Verifier extends Disposable {
  /** How it was trained, and its threshold. */
  readonly metadata: ModelMetadata;
  /**
   * Embeds images.
   *
   * @param images each `[imageSize, imageSize, 3]` of 8-bit RGB, row by row
   * @returns `[n, embeddingSize]`, row by row, each row of unit length
   */
  embed(images: readonly Uint8Array[]): Promise<Float32Array>;
}
