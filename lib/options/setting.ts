import * as v from "valibot";
import type { Text } from "../language/user_message.ts";
import { flag, oneOf, text, texts } from "./schemas.ts";

/** What the flag of a setting and its help follow from. */
export interface SettingDescription<Value = unknown> {
  /** How a command reads what is typed after the flag. */
  readonly kind: "number" | "text" | "choice" | "boolean" | "options" | "list";
  /**
   * The flag without its dashes, where it is not the setting's key in kebab case. Two settings can share
   * one: then the value tells which of them is meant.
   */
  readonly flag?: string;
  /** What stands after the flag in `--help`, such as `<n>`; nothing for `boolean`. */
  readonly placeholder?: string;
  /** The names to choose from, of a `choice`. */
  readonly names?: readonly string[];
  /** The value where none is given; undefined where there is none. */
  readonly default?: Value;
  /** What runs did before there was the setting; undefined where all runs have it. */
  readonly before?: Value;
  /** How `--help` describes the default, where it is not a fixed value. */
  readonly defaultHelp?: Text;
  /** What the setting is, for `--help`. */
  readonly help: Text;
}

/** The definition of a setting. */
export interface Setting<Value = unknown> extends SettingDescription<Value> {
  /** Checks a value. */
  readonly schema: v.GenericSchema<Value>;
}

/** The definitions of settings by their keys. */
export type SettingsOf<Settings> = {
  readonly [Key in keyof Settings]-?: Setting<Settings[Key]>;
};

/** What a maker of a setting takes. */
type Definition<Value> = Omit<Setting<Value>, "kind" | "schema" | "names">;
/** The same, with a schema. */
type Checked<Value> = Definition<Value> & Pick<Setting<Value>, "schema">;

/** A setting that is a number. */
export function number<Value extends number | null = number>(
  definition: Checked<Value>,
): Setting<Value> {
  return { kind: "number", placeholder: "<x>", ...definition };
}

/** A setting that is a text, such as a path. */
export function path<Value extends string | null = string>(
  definition: Definition<Value> & Partial<Pick<Setting<Value>, "schema">>,
): Setting<Value> {
  return { kind: "text", schema: text as v.GenericSchema as v.GenericSchema<Value>, ...definition };
}

/**
 * A setting that is one of several names.
 *
 * @param definition.names a function where programs can register more
 */
export function choice<Name extends string>(
  { names, ...definition }: Definition<Name> & {
    readonly names: readonly Name[] | (() => readonly Name[]);
  },
): Setting<Name> {
  const known = typeof names === "function" ? names : () => names;
  return {
    kind: "choice",
    placeholder: "<name>",
    schema: v.lazy(() => oneOf(...known())),
    get names() {
      return known();
    },
    ...definition,
  };
}

/** A setting that is on or off. */
export function boolean(definition: Definition<boolean>): Setting<boolean> {
  return { kind: "boolean", schema: flag, ...definition };
}

/** A setting of several values by name. */
export function options<Value extends object>(definition: Checked<Value>): Setting<Value> {
  return { kind: "options", placeholder: "<name=x...>", ...definition };
}

/** A setting of any number of texts; its flag can be given several times. */
export function list(
  definition: Omit<Definition<readonly string[]>, "default">,
): Setting<readonly string[]> {
  return { kind: "list", placeholder: "<text>", schema: texts, default: [], ...definition };
}
