import { isDeepStrictEqual } from "node:util";
import type { SettingContent } from "../../reporting/report/content/report_content.ts";
import { defaultSettings, type TrainSettings } from "../settings/train_settings.ts";

/**
 * Every setting with what it is by default, for people to read: strengths of the augmentation one by
 * one, the rest as `config.json` has it.
 */
export function describeSettings(settings: TrainSettings): SettingContent[] {
  const usual: Readonly<Record<string, unknown>> = { ...defaultSettings };
  return Object.entries(settings).flatMap(([name, value]) =>
    name === "augmentation"
      ? Object.entries(settings.augmentation).map(([strength, value]) =>
        describe(
          `augmentation.${strength}`,
          value,
          defaultSettings.augmentation[strength as keyof TrainSettings["augmentation"]],
        )
      )
      : [describe(name, value, usual[name])]
  );
}

/** @param usual undefined where there is no default */
function describe(name: string, value: unknown, usual: unknown): SettingContent {
  return {
    name,
    value: shown(value),
    defaultValue: usual === undefined ? null : shown(usual),
    changed: usual !== undefined && !isDeepStrictEqual(value, usual),
  };
}

function shown(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
