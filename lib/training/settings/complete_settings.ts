import { findBackbone } from "../../model/backbones/registry.ts";
import { findOptimizer } from "../../optimizers/registry.ts";
import { defaultSettings, type TrainSettings } from "./train_settings.ts";

/**
 * Completes settings with defaults. What is given stays. What is not takes the value that suits the
 * optimizer, the loss and the backbone. The result is not checked yet, see `parseSettings`.
 *
 * @throws {UserError} if there is no such backbone
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
