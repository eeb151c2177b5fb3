import type { ConfidenceInterval } from "../evaluation/intervals/percentile_interval.ts";
import { cosineSimilarity } from "../evaluation/similarities/cosine_similarity.ts";
import {
  operatingPointAt,
  type OperatingPointChoice,
} from "../evaluation/threshold/operating_point_at.ts";
import type { Pixels } from "../images/decode/pixels.ts";
import { resizePixels } from "../images/decode/resize_pixels.ts";
import type { Verifier } from "../model/verifier.ts";
import { message } from "../language/message.ts";
import { UserError } from "../language/user_error.ts";

/** What a model says of two pictures. */
export interface PairVerdict {
  /** Cosine similarity, -1 to 1. */
  readonly similarity: number;
  /** The pictures are the same identity's when their similarity is at least this. */
  readonly threshold: number;
  /** 95 % confidence interval of the model's calibrated threshold; null for one that was wished for. */
  readonly thresholdInterval: ConfidenceInterval | null;
  readonly same: boolean;
  /** The share of held-out pairs of two identities that the threshold accepts. */
  readonly far: number;
  /** The share of held-out pairs of one identity that the threshold rejects. */
  readonly frr: number;
}

/**
 * Says whether two pictures show the same identity, and how often such a verdict is wrong.
 *
 * @param wish another threshold than the model's calibrated one, by itself or by its false accept
 *   rate; the rates told are those measured on held-out identities either way
 * @throws {UserError} when the wish cannot be met, or the model's embeddings are not numbers
 */
export async function verifyPair(
  verifier: Verifier,
  a: Pixels,
  b: Pixels,
  wish?: OperatingPointChoice,
): Promise<PairVerdict> {
  const { calibration, imageSize, embeddingSize } = verifier.metadata;
  const { threshold, far, frr } = wish ? operatingPointAt(calibration, wish) : calibration;
  const embeddings = await verifier.embed(
    [a, b].map((picture) => resizePixels(picture, imageSize).data),
  );
  const similarity = cosineSimilarity(embeddings, embeddings, embeddingSize, 0, embeddingSize);
  if (Number.isNaN(similarity)) {
    throw new UserError(
      message`cannot compare the pictures: the model's embeddings are not numbers; its weights are
        damaged, train anew`,
    );
  }
  const thresholdInterval = wish ? null : calibration.thresholdInterval ?? null;
  return { similarity, threshold, thresholdInterval, same: similarity >= threshold, far, frr };
}
