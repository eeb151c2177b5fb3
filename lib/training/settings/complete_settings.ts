import { findBackbone } from "../../model/backbones/find_backbone.ts";
import { isScheduleFree, type OptimizerName } from "../../optimizers/optimizer_name.ts";
import { defaultSettings, type TrainSettings } from "./train_settings.ts";

/** What suits an optimiser better than the settings by default. */
export const optimizerDefaults: Readonly<
  Record<OptimizerName, Partial<Pick<TrainSettings, "learningRate" | "weightDecay">>>
> = {
  adam: { weightDecay: 0 },
  adamw: {},
  sgd: { learningRate: 0.05, weightDecay: 1e-4 },
  // RAdam holds back for some 2,000 steps, and Lookahead halves what is left.
  ranger: { learningRate: 5e-3 },
  "schedule-free-adamw": { learningRate: 2.5e-3 },
  "schedule-free-radam": { learningRate: 2.5e-3 },
  "schedule-free-sgd": { learningRate: 0.3, weightDecay: 1e-4 },
};

/**
 * Completes settings by defaults: what was given stays; what was not is what suits the optimiser, the loss and the backbone. The
 * result is still to be checked, see `parseSettings`.
 *
 * @throws {UserError} when there is no such backbone
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
