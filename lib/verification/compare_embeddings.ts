import type { ConfidenceInterval } from "../evaluation/intervals/confidence_interval.ts";
import { cosineSimilarity } from "../evaluation/similarities/cosine_similarity.ts";
import { interpolateOperatingPoint } from "../evaluation/threshold/operating_point_at.ts";
import { UserError } from "../language/user_error.ts";
import type { ModelMetadata } from "../model_file/model_metadata.ts";
import { chooseDecision, type ThresholdChoice } from "./choose_decision.ts";
import { type PairFraction, pairFraction } from "./describe_rates.ts";
import { verificationMessages } from "./messages.ts";

/** What a model says about two images. */
export interface PairVerdict {
  /** Cosine similarity, -1 to 1. */
  readonly similarity: number;
  /** The images count as the same identity if their similarity is at least this. */
  readonly threshold: number;
  /** 95 % confidence interval of the threshold; null for one that was asked for by value or rate. */
  readonly thresholdInterval: ConfidenceInterval | null;
  /** True if the similarity is at least the threshold. */
  readonly same: boolean;
  /**
   * True if the similarity is within the interval of the threshold: with other identities to choose the
   * threshold by, the verdict could be the opposite. Null if there is no interval.
   */
  readonly close: boolean | null;
  /** The fraction of measured pairs of two identities that are at least as similar as these images. */
  readonly negativesAtLeast: PairFraction;
  /** The fraction of measured pairs of one identity that are at most as similar as these images. */
  readonly positivesAtMost: PairFraction;
  /** The false accept rate that the threshold was chosen for; null for one asked for by its value. */
  readonly targetFar: number | null;
  /** The fraction of measured pairs of two identities that the threshold accepts. */
  readonly far: number;
  /** The fraction of measured pairs of one identity that the threshold rejects. */
  readonly frr: number;
  /** The name of the threshold, if it is one of those that the model keeps; null for its own. */
  readonly thresholdName: string | null;
  /**
   * True if the run of the model has not ended: fractions and rates are then those of validation
   * identities, which also chose the threshold.
   */
  readonly provisional: boolean;
}

/**
 * Says whether two embeddings are of the same identity, how sure that is, and how often such a verdict is
 * wrong. It needs no model, only what its file says about it.
 *
 * @param a of unit length, as the model makes it
 * @param b of unit length, as the model makes it
 * @param choice another threshold than the model's own: by its value, its false accept rate, or its
 *   name
 * @throws {UserError} if the choice is out of range or lacks support, the model has no threshold of
 *   that name, or an embedding is not of numbers
 */
export function compareEmbeddings(
  metadata: ModelMetadata,
  a: Float32Array,
  b: Float32Array,
  choice?: ThresholdChoice,
): PairVerdict {
  const { calibration, named, identities, ...decision } = chooseDecision(metadata, choice);
  const similarity = cosineSimilarity(a, b, metadata.embeddingSize);
  if (Number.isNaN(similarity)) {
    throw new UserError(verificationMessages.embeddingsNotFinite());
  }
  const { threshold, thresholdInterval, targetFar, far, frr, provisional } = decision;
  const { operatingPoints, negativePairs, positivePairs } = calibration;
  const here = interpolateOperatingPoint(operatingPoints, similarity);
  return {
    similarity,
    threshold,
    thresholdInterval,
    same: similarity >= threshold,
    close: thresholdInterval && isWithin(similarity, thresholdInterval),
    negativesAtLeast: pairFraction(here.far, negativePairs, identities),
    positivesAtMost: pairFraction(here.frr, positivePairs, identities),
    targetFar,
    far,
    frr,
    thresholdName: named?.name ?? null,
    provisional,
  };
}

function isWithin(similarity: number, [lower, upper]: ConfidenceInterval): boolean {
  return lower <= similarity && similarity <= upper;
}
