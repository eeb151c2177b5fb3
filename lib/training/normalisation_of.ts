import { imageNetNormalisation } from "../images/imagenet_normalisation.ts";
import type { Normalisation } from "../images/normalisation.ts";
import { findBackbone } from "../model/find_backbone.ts";
import type { TrainSettings } from "./train_settings.ts";

/**
 * Mean and deviation that a run's pictures are normalised by, in training and ever after.
 *
 * @throws {UserError} when there is no such backbone
 */
export function normalisationOf(
  { backbone, normalisation }: Pick<TrainSettings, "backbone" | "normalisation">,
): Normalisation {
  if (normalisation === "imagenet") return imageNetNormalisation;
  const { mean, deviation } = findBackbone(backbone);
  return { mean, deviation };
}
