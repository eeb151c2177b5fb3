import { imageNetNormalization } from "../../images/normalize/normalization.ts";
import type { Normalization } from "../../images/normalize/normalization.ts";
import { findBackbone } from "../../model/backbones/registry.ts";
import type { TrainSettings } from "./train_settings.ts";

/**
 * Mean and deviation that a run's pictures are normalised by, in training and ever after.
 *
 * @throws {UserError} when there is no such backbone
 */
export function normalizationOf(
  { backbone, normalisation }: Pick<TrainSettings, "backbone" | "normalisation">,
): Normalization {
  if (normalisation === "imagenet") return imageNetNormalization;
  const { mean, deviation } = findBackbone(backbone);
  return { mean, deviation };
}
