import * as v from "valibot";
import { type Message, message, type MessageValue } from "../../language/message.ts";
import { truncateName } from "../../language/truncate_name.ts";
import { UserError } from "../../language/user_error.ts";
import { someStrengthsSchema } from "./augmentation_schema.ts";
import { didYouMean } from "./did_you_mean.ts";
import type { SettingLayer } from "./setting_layer.ts";
import { messageOfIssue, pathOfIssue } from "./issue_message.ts";
import { flag, oneOf, text } from "./name_rules.ts";
import { augmentationNames } from "./augmentation_presets.ts";
import { describeInput } from "./number_rules.ts";
import { presetNames } from "./presets.ts";
import { settingRules } from "./setting_rules.ts";

/** What flags, or a file in their place, ask for. */
export interface Config {
  readonly settings: SettingLayer;
  /** The run's folder. */
  readonly out?: string;
  /** Goes on from the run's checkpoint. */
  readonly resume?: boolean;
  /** Shows the outcome as JSON. */
  readonly json?: boolean;
}

/** Settings that flags have another name for. */
const nameOfFlag: Readonly<Record<string, string>> = {
  val: "validationData",
  embedding: "embeddingSize",
};

const rules = {
  ...settingRules,
  preset: oneOf(...presetNames),
  augmentation: v.lazy((input) =>
    typeof input === "object" ? someStrengthsSchema : oneOf(...augmentationNames)
  ),
  augment: someStrengthsSchema,
  out: text,
  resume: flag,
  json: flag,
};
const names = Object.keys(rules);
const schema = v.partial(v.strictObject(rules));

/** Names that a schema would pass over in silence. */
const reserved = ["__proto__", "prototype", "constructor"];

/**
 * Checks what flags or a file ask for, name by name: every setting by the name that a run's
 * `config.json` has for it or by its flag's, and `preset`, `augment`, `out`, `resume`, `json`.
 *
 * @param given names with values
 * @param source what messages call the place that they come from
 * @throws {UserError} on a name that is unknown or given twice, with the nearest known one, and on a
 *   value that is out of range, with what was wanted
 */
export function parseConfig(given: unknown, source: MessageValue): Config {
  const refuse = (fault: Message) => new UserError(message`cannot use ${source}: ${fault}`);
  if (typeof given !== "object" || given === null || Array.isArray(given)) {
    const found = Array.isArray(given) ? message`a list` : describeInput(given);
    throw refuse(message`wanted settings by name, found ${found}`);
  }
  const named: Record<string, unknown> = {};
  for (const [asGiven, value] of Object.entries(given)) {
    const key = truncateName(asGiven);
    const name = settingName(asGiven);
    if (!names.includes(name)) {
      const near = didYouMean(asGiven, [...names, ...Object.keys(nameOfFlag)]);
      throw refuse(message`${key}: there is no such setting${near || message`; leave it out`}`);
    }
    if (Object.hasOwn(named, name)) {
      throw refuse(message`${key}: ${name} is given twice; leave one out`);
    }
    if (Array.isArray(value)) throw refuse(message`${key}: wanted one value, found a list`);
    const hidden = reserved.find((inner) => Object.hasOwn(Object(value), inner));
    if (hidden) throw refuse(message`${key}.${hidden}: there is no such name; leave it out`);
    named[name] = value;
  }
  const { success, output, issues } = v.safeParse(schema, named, { abortEarly: true });
  if (!success) throw refuse(message`${pathOfIssue(issues[0])!}: ${messageOfIssue(issues[0])}`);
  const { out, resume, json, ...settings } = output;
  return { settings, out, resume, json };
}

/** A setting's name in `config.json`, by that or by its flag: "image-size", "imageSize". */
function settingName(key: string): string {
  const name = key.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
  return Object.hasOwn(nameOfFlag, name) ? nameOfFlag[name]! : name;
}
