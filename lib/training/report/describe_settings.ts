import { isDeepStrictEqual } from "node:util";
import type { SettingContent } from "../../reporting/report/content/report_content.ts";
import { defaultSettings, type TrainSettings } from "../settings/train_settings.ts";

/**
 * Every setting with its default, for people to read: strengths of the augmentation one by one, the rest
 * as in `config.json`.
 */
export function describeSettings(settings: TrainSettings): SettingContent[] {
  const defaults: Readonly<Record<string, unknown>> = { ...defaultSettings };
  return Object.entries(settings).flatMap(([name, value]) =>
    name === "augmentation"
      ? Object.entries(settings.augmentation).map(([strength, value]) =>
        describe(
          `augmentation.${strength}`,
          value,
          defaultSettings.augmentation[strength as keyof TrainSettings["augmentation"]],
        )
      )
      : [describe(name, value, defaults[name])]
  );
}

/** @param byDefault undefined if there is no default */
function describe(name: string, value: unknown, byDefault: unknown): SettingContent {
  return {
    name,
    value: shown(value),
    defaultValue: byDefault === undefined ? null : shown(byDefault),
    changed: byDefault !== undefined && !isDeepStrictEqual(value, byDefault),
  };
}

function shown(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
