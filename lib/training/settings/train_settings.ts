import {
  type CatalogSettings,
  catalogSettings,
  catalogTitle,
} from "../../dataset/catalog/catalog_options.ts";
import { kebabCase } from "../../language/kebab_case.ts";
import type { Text } from "../../language/user_message.ts";
import { type BatchSettings, batchSettings } from "./groups/batches.ts";
import { type FineTuningSettings, fineTuningSettings } from "./groups/fine_tuning.ts";
import { type HeldOutSettings, heldOutSettings } from "./groups/held_out.ts";
import { type ModelSettings, modelSettings } from "./groups/model.ts";
import { type ObjectiveSettings, objectiveSettings } from "./groups/objective.ts";
import { type OptimizationSettings, optimizationSettings } from "./groups/optimization.ts";
import { type RunSettings, runSettings } from "./groups/run.ts";
import type { SettingDescription, SettingsOf } from "../../options/setting.ts";

export type { NamedOptions } from "./groups/objective.ts";

/** Every setting of a run, as `config.json` holds it. */
export interface TrainSettings
  extends
    RunSettings,
    CatalogSettings,
    HeldOutSettings,
    ModelSettings,
    FineTuningSettings,
    ObjectiveSettings,
    BatchSettings,
    OptimizationSettings {}

/** Settings that stand together in `--help`. */
export interface SettingGroup {
  /** The heading. */
  readonly title: Text;
  /** The definitions by key. */
  readonly settings: Readonly<Record<string, SettingDescription>>;
}

/** The definitions of all settings, by group, in the order of `--help`. */
export const settingGroups: readonly SettingGroup[] = [
  { title: { en: "Run:", ja: "実行:" }, settings: runSettings },
  { title: catalogTitle, settings: catalogSettings },
  {
    title: {
      en: "Held-out identities, as a fraction or a count:",
      ja: "学習に使わず取り分けるアイデンティティ(割合または個数):",
    },
    settings: heldOutSettings,
  },
  { title: { en: "Model:", ja: "モデル:" }, settings: modelSettings },
  {
    title: { en: "Fine-tuning of initial weights:", ja: "初期の重みの扱い:" },
    settings: fineTuningSettings,
  },
  { title: { en: "Objective:", ja: "学習の目標:" }, settings: objectiveSettings },
  { title: { en: "Batches:", ja: "学習データ:" }, settings: batchSettings },
  {
    title: { en: "Optimization:", ja: "学習の方法:" },
    settings: optimizationSettings,
  },
];

/** The definition of every setting, by its key. */
export const settingDefinitions: SettingsOf<TrainSettings> = {
  ...runSettings,
  ...catalogSettings,
  ...heldOutSettings,
  ...modelSettings,
  ...fineTuningSettings,
  ...objectiveSettings,
  ...batchSettings,
  ...optimizationSettings,
};

/** The value of each setting that is not given. */
export const defaultSettings: Omit<TrainSettings, "data"> = Object.fromEntries(
  Object.entries<SettingDescription>(settingDefinitions)
    .filter(([, definition]) => definition.default !== undefined)
    .map(([key, definition]) => [key, definition.default]),
) as unknown as Omit<TrainSettings, "data">;

/**
 * The flag of an option of the library: `--embedding` of `embeddingSize`, `--learning-rate` of
 * `learningRate`.
 */
export function flagOf(option: string): string {
  const { flag = kebabCase(option) } = Object.hasOwn(settingDefinitions, option)
    ? settingDefinitions[option as keyof TrainSettings] as SettingDescription
    : {};
  return `--${flag}`;
}

/** The key of a setting by its name in kebab case or by its flag: `imageSize` of `image-size`. */
export function keyOf(name: string): string {
  const key = name.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
  if (Object.hasOwn(settingDefinitions, key)) return key;
  const byFlag = Object.entries<SettingDescription>(settingDefinitions).find(([, { flag }]) =>
    flag === key
  );
  return byFlag?.[0] ?? key;
}
