/**
 * Training: settings, presets, and runs.
 *
 * @module
 */
export type { DuplicateCounts } from "./data/check_split.ts";
export type { TrainEvent } from "./loop/train_event.ts";
export type { EpochMetrics } from "./run_folder/epoch_metrics.ts";
export type { EpochScore } from "./run_folder/position.ts";
export { readConfig } from "./run_folder/read_config.ts";
export { resumeRun } from "./run_folder/run_folder.ts";
export {
  type AugmentationName,
  augmentationNames,
  augmentationPresets,
} from "./settings/augmentation.ts";
export { completeSettings } from "./settings/complete_settings.ts";
export type { BatchSettings } from "./settings/groups/batches.ts";
export type { FineTuningSettings } from "./settings/groups/fine_tuning.ts";
export type { HeldOutSettings } from "./settings/groups/held_out.ts";
export type { ModelSettings } from "./settings/groups/model.ts";
export type { ObjectiveSettings } from "./settings/groups/objective.ts";
export type { OptimizationSettings } from "./settings/groups/optimization.ts";
export type { RunSettings } from "./settings/groups/run.ts";
export { type Config, parseConfig } from "./settings/parse_config.ts";
export { parseSettings } from "./settings/parse_settings.ts";
export { type PresetName, presetNames, presetNotes, presets } from "./settings/presets.ts";
export {
  type CheckedObjective,
  type ObjectiveChoice,
  requireObjective,
} from "./settings/require_objective.ts";
export { resolveSettings } from "./settings/resolve_settings.ts";
export type { SettingDescription } from "../options/setting.ts";
export type { SettingLayer } from "./settings/setting_layer.ts";
export {
  defaultSettings,
  flagOf,
  type NamedOptions,
  type SettingGroup,
  settingGroups,
  type TrainSettings,
} from "./settings/train_settings.ts";
export { train } from "./train.ts";
export type { FoldMetrics } from "../reporting/report/content/report_content.ts";
export type { TrainOptions } from "./train_options.ts";
export type { TrainResult } from "./train_result.ts";
