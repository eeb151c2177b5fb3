import { UserError } from "../../language/user_error.ts";
import type { MessageValue } from "../../language/user_message.ts";
import { truncateName } from "../../language/truncate_name.ts";
import { settingDefinitions } from "../settings/train_settings.ts";
import { runFolderMessages } from "./messages.ts";

type Values = Readonly<Record<string, unknown>>;

/** What changed from one format version to the next, for each file of a run's folder. */
interface Upgrade {
  /** The settings of `config.json`, some or all of them. */
  readonly settings: (settings: Values) => Values;
  /** A line of `metrics.jsonl`. */
  readonly metrics: (line: Values) => Values;
  /** The position in the checkpoint's metadata. */
  readonly position: (position: Values) => Values;
  /** A name of the checkpoint: of a tensor, or a key of its metadata. */
  readonly name: (name: string) => string;
}

/** Upgrades in order: the first one is from version 0, which has no version in its files, to 1. */
const upgrades: readonly Upgrade[] = [
  {
    settings: (settings) => ({
      ...renamed(settings, { normalisation: "normalization" }),
      ...changed(
        settings,
        "augmentation",
        (value) => value === "usual" ? "default" : renamed(value, { grey: "gray" }),
      ),
      ...changed(settings, "augment", (value) => renamed(value, { grey: "gray" })),
    }),
    metrics: (line) => renamed(line, { activeShare: "activeFraction" }),
    position: (position) => ({
      ...position,
      ...changed(position, "best", (best) => renamed(best, { settled: "annealed" })),
      ...changed(position, "plateau", (plateau) => renamed(plateau, { waited: "badEpochs" })),
    }),
    name: (name) => name.replace(/^optimiser(?=\/|$)/, "optimizer"),
  },
];

/** The settings that older runs lack, with the value that does what those did. */
const newerSettings: Values = Object.fromEntries(
  Object.entries(settingDefinitions)
    .filter(([, { before }]) => before !== undefined)
    .map(([key, { before }]) => [key, before]),
);

/** The version of the format in which the files of a run's folder are written. */
export const formatVersion = upgrades.length;

/**
 * Brings the values of a `config.json`, some or all of them, to the present format, without its version.
 *
 * @param config the parsed JSON
 * @param source what messages call the file
 * @param complete true where it is of a run, which then gets the settings that are newer than it
 * @throws {UserError} if its format is newer than this program
 */
export function upgradeConfig(config: unknown, source: MessageValue, complete = false): unknown {
  if (!isValues(config)) return config;
  const { formatVersion: version = 0, ...settings } = config;
  const upgraded = upgradesFrom(version, source)
    .reduce<Values>((values, { settings }) => settings(values), settings);
  return complete ? { ...newerSettings, ...upgraded } : upgraded;
}

/** Brings a line of `metrics.jsonl` of any version to the present format. */
export function upgradeMetrics(line: unknown): unknown {
  return isValues(line) ? upgrades.reduce((values, { metrics }) => metrics(values), line) : line;
}

/** What {@linkcode checkpointUpgrade} returns. */
export interface CheckpointUpgrade {
  /** Brings the name of a tensor or a key of the metadata to the present format. */
  name(name: string): string;
  /** Brings the position to the present format. */
  position(position: unknown): unknown;
}

/**
 * How to bring a checkpoint to the present format.
 *
 * @param version of the checkpoint, as its metadata has it
 * @param source what messages call the file
 * @throws {UserError} if its format is newer than this program
 */
export function checkpointUpgrade(version: string, source: MessageValue): CheckpointUpgrade {
  const following = upgradesFrom(/^\d+$/.test(version) ? Number(version) : version, source);
  return {
    name: (name) => following.reduce((before, upgrade) => upgrade.name(before), name),
    position: (position) =>
      isValues(position)
        ? following.reduce((before, upgrade) => upgrade.position(before), position)
        : position,
  };
}

function upgradesFrom(version: unknown, source: MessageValue): readonly Upgrade[] {
  const known = Number.isInteger(version) && version as number >= 0 &&
    version as number <= formatVersion;
  if (known) return upgrades.slice(version as number);
  const found = truncateName(JSON.stringify(version) ?? "undefined");
  throw new UserError(runFolderMessages.newerVersion({ source, newest: formatVersion, found }));
}

/** With other names for some keys. A key that is there under its new name already stays. */
function renamed<Value>(values: Value, names: Readonly<Record<string, string>>): Value {
  if (!isValues(values)) return values;
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => {
      const name = Object.hasOwn(names, key) ? names[key]! : key;
      return [Object.hasOwn(values, name) ? key : name, value];
    }),
  ) as Value;
}

/** The value of a key, changed; nothing where the key is not there. */
function changed(values: Values, key: string, change: (value: unknown) => unknown): Values {
  return Object.hasOwn(values, key) ? { [key]: change(values[key]) } : {};
}

function isValues(value: unknown): value is Values {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
