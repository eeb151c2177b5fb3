import type { Pixels } from "../images/decode/pixels.ts";
import type { Verifier } from "../model/verifier.ts";
import type { ThresholdChoice } from "./choose_decision.ts";
import { compareEmbeddings, type PairVerdict } from "./compare_embeddings.ts";
import { embed } from "./embed.ts";

/**
 * Says whether two images show the same identity, how sure that is, and how often such a verdict is
 * wrong. Fractions and rates are those measured on held-out identities, or, for a named threshold, on
 * the folder that it comes from.
 *
 * @param choice another threshold than the model's own: by its value, its false accept rate, or its
 *   name
 * @throws {UserError} if the choice is out of range or lacks support, the model has no threshold of
 *   that name, or its embeddings are not numbers
 *
 * @example
 * ```ts
 * import { loadVerifier, readImage, verifyPair } from "@futago/futago";
 *
 * using verifier = await loadVerifier("runs/faces");
 * const verdict = await verifyPair(verifier, await readImage("A.jpg"), await readImage("B.jpg"));
 * console.log(verdict.same, verdict.similarity, verdict.negativesAtLeast.fraction);
 * ```
 */
export async function verifyPair(
  verifier: Verifier,
  a: Pixels,
  b: Pixels,
  choice?: ThresholdChoice,
): Promise<PairVerdict> {
  const { metadata } = verifier, size = metadata.embeddingSize;
  const embeddings = await embed(verifier, [a, b]);
  return compareEmbeddings(
    metadata,
    embeddings.subarray(0, size),
    embeddings.subarray(size),
    choice,
  );
}
