import { batchShape } from "../../dataset/sampling/batch_shape.ts";
import { requireFolds } from "./require_folds.ts";
import { requireObjective } from "./require_objective.ts";
import { completeSettings } from "./complete_settings.ts";
import { settingsMessages } from "./messages.ts";
import type { SettingLayer } from "./setting_layer.ts";
import { mergeSettings } from "./merge_settings.ts";
import { parseSettings } from "./parse_settings.ts";
import type { TrainSettings } from "./train_settings.ts";

/**
 * All settings of a new run: the defaults, a preset over them, and what is given over both (see
 * `mergeSettings`). What nobody gives takes the value that suits the optimizer, the loss and the backbone.
 *
 * @param layers weaker ones first, such as a config file and then flags; the last preset counts
 * @throws {UserError} if the settings do not go together: a loss that does not take the miner, the
 *   distance or an option, folds with another way to hold out, or a batch that does not divide into identities
 *
 * @example
 * ```ts
 * import { resolveSettings } from "@futago/futago";
 *
 * const settings = resolveSettings({ preset: "modern" }, { data: "photos", epochs: 20 });
 * console.log(settings.loss, settings.learningRate);
 * ```
 */
export function resolveSettings(...layers: readonly SettingLayer[]): TrainSettings {
  // The batch of a preset or by default adapts to the data. One that is asked for does not.
  const asked = layers.findLast(({ batch, shrinkBatch }) => (batch ?? shrinkBatch) !== undefined);
  const { shrinkBatch = asked === undefined } = asked ?? {};
  const given = { ...mergeSettings({}, layers), shrinkBatch };
  const settings = parseSettings(completeSettings(given), settingsMessages.theseSettings());
  requireObjective(settings);
  requireFolds(settings);
  if (!settings.shrinkBatch) batchShape(settings.batch, settings.perIdentity);
  return settings;
}
