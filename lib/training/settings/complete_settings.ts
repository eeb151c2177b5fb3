import { findBackbone } from "../../model/backbones/find_backbone.ts";
import { isScheduleFree } from "../../optimizers/optimizer_name.ts";
import { optimizerDefaults } from "./optimizer_defaults.ts";
import { defaultSettings, type TrainSettings } from "./train_settings.ts";

/**
 * Completes settings with defaults. What is given stays. What is not takes the value that suits the
 * optimizer, the loss and the backbone. The result is not checked yet, see `parseSettings`.
 *
 * @throws {UserError} if there is no such backbone
 */
export function completeSettings(given: Partial<TrainSettings>): Partial<TrainSettings> {
  const { optimizer = defaultSettings.optimizer, loss = defaultSettings.loss, backbone } = given;
  return {
    ...defaultSettings,
    ...(backbone === undefined ? {} : { imageSize: findBackbone(backbone).imageSize }),
    ...(isScheduleFree(optimizer) ? { schedule: "constant" } : {}),
    ...optimizerDefaults[optimizer],
    ...(loss === defaultSettings.loss ? {} : { margin: null }),
    ...given,
  };
}
