import { findBackbone } from "../../model/backbones/registry.ts";
import { findOptimizer } from "../../optimizers/registry.ts";
import { defaultSettings, type TrainSettings } from "./train_settings.ts";

/**
 * Completes settings by defaults: what was given stays; what was not is what suits the optimiser, the loss and the backbone. The
 * result is still to be checked, see `parseSettings`.
 *
 * @throws {UserError} when there is no such backbone
 */
export function completeSettings(given: Partial<TrainSettings>): Partial<TrainSettings> {
  const { optimizer = defaultSettings.optimizer, loss = defaultSettings.loss, backbone } = given;
  const { learningRate, weightDecay, isScheduleFree } = findOptimizer(optimizer);
  return {
    ...defaultSettings,
    ...(backbone === undefined ? {} : { imageSize: findBackbone(backbone).imageSize }),
    ...(isScheduleFree ? { schedule: "constant" } : {}),
    learningRate,
    weightDecay,
    ...(loss === defaultSettings.loss ? {} : { margin: null }),
    ...given,
  };
}
