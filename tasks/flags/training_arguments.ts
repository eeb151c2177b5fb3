import { defineMessages } from "../../lib/language/mod.ts";
import { type Config, parseConfig, readConfig, type SettingLayer } from "../../lib/training/mod.ts";
import { typedFlags } from "./command.ts";
import { trainCommand } from "./train_command.ts";
import { typedPath } from "./typed_path.ts";

const messages = defineMessages("flags", {
  theseFlags: { en: "these flags", ja: "このフラグの指定" },
});

/** What `deno task train` was asked to do. */
export interface TrainingArguments extends Omit<Config, "settings"> {
  /** Settings of the config file, then those of the flags. */
  readonly layers: readonly SettingLayer[];
}

/**
 * Reads the flags, and the file of `--config`, which they override. Paths in both count from where the
 * command was typed.
 *
 * @throws {UserError} on a flag or a setting that is unknown or out of range
 */
export async function parseTrainingArguments(args: readonly string[]): Promise<TrainingArguments> {
  const command = trainCommand();
  command.parse(args, { from: "user" });
  const { config, ...flags } = typedFlags(command);
  const asked = [parseConfig(flags, messages.theseFlags())];
  if (config !== undefined) asked.unshift(await readConfig(typedPath(String(config))));
  const last = <Key extends keyof Config>(key: Key) =>
    asked.findLast((part) => part[key] !== undefined)?.[key];
  const out = last("out");
  return {
    layers: asked.map(({ settings }) => withTypedPaths(settings)),
    out: out === undefined ? undefined : typedPath(out),
    resume: last("resume"),
    json: last("json"),
  };
}

function withTypedPaths(settings: SettingLayer): SettingLayer {
  const { weights } = settings;
  const paths = (["data", "labels", "validationData", "testData"] as const).flatMap((key) => {
    const path = settings[key];
    return typeof path === "string" ? [[key, typedPath(path)]] : [];
  });
  return {
    ...settings,
    ...Object.fromEntries(paths),
    ...(weights === undefined || ["none", "imagenet"].includes(weights)
      ? {}
      : { weights: typedPath(weights) }),
  };
}
