import type { Pixels } from "../images/decode/pixels.ts";
import { resizePixels } from "../images/decode/resize_pixels.ts";
import type { Verifier } from "../model/verifier.ts";

/**
 * Embeds images of any size. The cosine similarity of two embeddings is what a verifier compares with
 * its threshold.
 *
 * @param images as `readImage` gives them; each becomes the square that the model sees
 * @returns `[n, embeddingSize]`, row by row, each row of unit length
 *
 * @example
 * ```ts
 * import { embed, loadVerifier, readImage } from "@futago/futago";
 *
 * using verifier = await loadVerifier("runs/faces");
 * const embeddings = await embed(verifier, [await readImage("A.jpg"), await readImage("B.jpg")]);
 * console.log(embeddings.length === 2 * verifier.metadata.embeddingSize);
 * ```
 */
export function embed(verifier: Verifier, images: readonly Pixels[]): Promise<Float32Array> {
  const { imageSize, fit } = verifier.metadata;
  return verifier.embed(images.map((image) => resizePixels(image, imageSize, fit).data));
}
