import type { ConfidenceInterval } from "../evaluation/intervals/confidence_interval.ts";
import { cosineSimilarity } from "../evaluation/similarities/cosine_similarity.ts";
import {
  operatingPointAt,
  type OperatingPointChoice,
} from "../evaluation/threshold/operating_point_at.ts";
import type { Pixels } from "../images/decode/pixels.ts";
import type { Verifier } from "../model/verifier.ts";
import { UserError } from "../language/user_error.ts";
import { embed } from "./embed.ts";
import { verificationMessages } from "./messages.ts";

/** What a model says about two images. */
export interface PairVerdict {
  /** Cosine similarity, -1 to 1. */
  readonly similarity: number;
  /** The images count as the same identity if their similarity is at least this. */
  readonly threshold: number;
  /** 95 % confidence interval of the model's calibrated threshold; null for another one. */
  readonly thresholdInterval: ConfidenceInterval | null;
  /** True if the similarity is at least the threshold. */
  readonly same: boolean;
  /** The fraction of held-out pairs of two identities that the threshold accepts. */
  readonly far: number;
  /** The fraction of held-out pairs of one identity that the threshold rejects. */
  readonly frr: number;
}

/**
 * Says whether two images show the same identity, and how often such a verdict is wrong.
 *
 * @param choice another threshold than the model's calibrated one, by its value or by its false accept
 *   rate. The rates are those measured on held-out identities either way.
 * @throws {UserError} if the choice is out of range or lacks support, or the model's embeddings are not numbers
 *
 * @example
 * ```ts
 * import { loadVerifier, readImage, verifyPair } from "@futago/futago";
 *
 * using verifier = await loadVerifier("runs/faces");
 * const verdict = await verifyPair(verifier, await readImage("A.jpg"), await readImage("B.jpg"));
 * console.log(verdict.same, verdict.similarity, verdict.far, verdict.frr);
 * ```
 */
export async function verifyPair(
  verifier: Verifier,
  a: Pixels,
  b: Pixels,
  choice?: OperatingPointChoice,
): Promise<PairVerdict> {
  const { calibration, embeddingSize } = verifier.metadata;
  const { threshold, far, frr } = choice ? operatingPointAt(calibration, choice) : calibration;
  const embeddings = await embed(verifier, [a, b]);
  const similarity = cosineSimilarity(embeddings, embeddings, embeddingSize, 0, embeddingSize);
  if (Number.isNaN(similarity)) {
    throw new UserError(verificationMessages.embeddingsNotFinite());
  }
  const thresholdInterval = choice ? null : calibration.thresholdInterval ?? null;
  return { similarity, threshold, thresholdInterval, same: similarity >= threshold, far, frr };
}
