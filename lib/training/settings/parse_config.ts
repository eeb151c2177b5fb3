import * as v from "valibot";
import { truncateName } from "../../language/truncate_name.ts";
import { UserError } from "../../language/user_error.ts";
import type { MessageValue, UserMessage } from "../../language/user_message.ts";
import { augmentationNames, someStrengthsSchema } from "./augmentation.ts";
import { settingsMessages as messages } from "./messages.ts";
import { asOption, refusal, settingSchemas, unknownSetting } from "./parse_settings.ts";
import { optionMessages } from "../../options/messages.ts";
import { presetNames } from "./presets.ts";
import { describeInput } from "../../options/issue_message.ts";
import { flag, oneOf, text } from "../../options/schemas.ts";
import type { SettingDescription } from "../../options/setting.ts";
import type { SettingLayer } from "./setting_layer.ts";
import { keyOf, settingDefinitions } from "./train_settings.ts";

/** What flags, or a file in their place, ask for. */
export interface Config {
  /** The settings that are given. */
  readonly settings: SettingLayer;
  /** The run's folder. */
  readonly out?: string;
  /** Continues from the run's checkpoint. */
  readonly resume?: boolean;
  /** Shows the outcome as JSON. */
  readonly json?: boolean;
}

const rules = {
  ...settingSchemas,
  preset: oneOf(...presetNames),
  augmentation: v.lazy((input) =>
    typeof input === "object" ? someStrengthsSchema : oneOf(...augmentationNames)
  ),
  augment: someStrengthsSchema,
  out: text,
  resume: flag,
  json: flag,
};
const schema = v.partial(v.strictObject(rules));
const keys = Object.keys(rules);
const flags = Object.values(settingDefinitions).flatMap(({ flag }) => flag ?? []);

/** Names that a schema would silently ignore. */
const reserved = ["__proto__", "prototype", "constructor"];

/**
 * Checks what flags or a file ask for, name by name: every setting by the key that a run's
 * `config.json` has for it or by its flag, and `preset`, `augment`, `out`, `resume`, `json`.
 *
 * @param given names with values
 * @param source what messages call the place that they come from
 * @param show how messages show a name; as an option of the library by default
 * @throws {UserError} on a name that is unknown or given twice, with the nearest known one, and on a
 *   value that is out of range, with what was expected
 */
export function parseConfig(
  given: unknown,
  source: MessageValue = messages.theseOptions(),
  show: (name: string) => MessageValue = asOption,
): Config {
  if (typeof given !== "object" || given === null || Array.isArray(given)) {
    const fault = optionMessages.mismatch({
      expected: messages.settingsByName(),
      found: describeInput(given),
      suggestion: "",
    });
    throw new UserError(messages.cannotUse({ source, fault }));
  }
  const named: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(given)) {
    const setting = show(truncateName(name));
    const refuse = (fault: UserMessage, setting_ = setting) =>
      new UserError(messages.cannotUseSetting({ source, setting: setting_, fault }));
    const key = keyOfValue(name, value);
    if (!keys.includes(key)) throw refuse(unknownSetting(name, [...keys, ...flags]));
    if (Object.hasOwn(named, key)) throw refuse(messages.twice({ setting: show(key) }));
    if (Array.isArray(value) && !isList(key)) {
      throw refuse(
        optionMessages.mismatch({
          expected: messages.oneValue(),
          found: describeInput(value),
          suggestion: "",
        }),
      );
    }
    const member = reserved.find((inner) => Object.hasOwn(Object(value), inner));
    if (member) throw refuse(messages.unknownMember(), messages.member({ setting, member }));
    named[key] = value;
  }
  const { success, output, issues } = v.safeParse(schema, named, { abortEarly: true });
  if (!success) throw new UserError(refusal(source, issues[0], show));
  const { out, resume, json, ...settings } = output;
  return { settings, out, resume, json };
}

/** `test` is a number, or a folder: `testData`. */
function keyOfValue(name: string, value: unknown): string {
  if (name === "augment") return name;
  const key = keyOf(name);
  return key === "test" && typeof value === "string" ? "testData" : key;
}

function isList(key: string): boolean {
  const definitions: Readonly<Record<string, SettingDescription>> = settingDefinitions;
  return Object.hasOwn(definitions, key) && definitions[key]!.kind === "list";
}
