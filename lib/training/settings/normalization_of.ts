import { imageNetNormalization } from "../../images/normalize/normalization.ts";
import type { Normalization } from "../../images/normalize/normalization.ts";
import { findBackbone } from "../../model/backbones/registry.ts";
import type { TrainSettings } from "./train_settings.ts";

/**
 * Mean and standard deviation that normalize the images of a run, in training and in every later use of
 * its model.
 *
 * @throws {UserError} if there is no such backbone
 */
export function normalizationOf(
  { backbone, normalization }: Pick<TrainSettings, "backbone" | "normalization">,
): Normalization {
  if (normalization === "imagenet") return imageNetNormalization;
  const { mean, std } = findBackbone(backbone);
  return { mean, std };
}
