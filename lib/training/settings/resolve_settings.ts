import { batchShape } from "../../dataset/sampling/batch_shape.ts";
import { message } from "../../language/message.ts";
import { requireObjective } from "./require_objective.ts";
import { completeSettings } from "./complete_settings.ts";
import type { SettingLayer } from "./setting_layer.ts";
import { mergeSettings } from "./merge_settings.ts";
import { parseSettings } from "./parse_settings.ts";
import type { TrainSettings } from "./train_settings.ts";

/**
 * All settings of a new run: those by default, a preset's over them, and what is given over both (see
 * `layerSettings`); what nobody says is what suits the optimiser, the loss and the backbone.
 *
 * @param layers the weaker first, such as a config file and then flags; the last preset counts
 * @throws {UserError} when the settings do not go together: a loss that cannot use the miner, the
 *   distance or an option, or a batch that is no number of identities
 */
export function resolveSettings(...layers: readonly SettingLayer[]): TrainSettings {
  const given = mergeSettings({}, layers);
  const settings = parseSettings(completeSettings(given), message`these settings`);
  requireObjective(settings);
  batchShape(settings.batch, settings.perIdentity);
  return settings;
}
