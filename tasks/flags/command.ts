import { Command, InvalidArgumentError, Option } from "@commander-js/extra-typings";
import { reason } from "../../mod.ts";
import { localizedHelp } from "./localized_help.ts";

/**
 * A Commander command that throws instead of exiting and leaves the showing of errors to `runTask`.
 * Its `--lang`, which `runTask` heeds, is no option to its types.
 *
 * @example
 * ```ts
 * const { batch } = taskCommand("train", "Train a model.")
 *   .option("--batch <n>", "images a batch", wholeNumber(2), 32)
 *   .parse(Deno.args, { from: "user" }).opts();
 * ```
 *
 * @param name the task's name as it is typed, such as `train`
 * @param description what `--help` says above the flags
 */
export function taskCommand(name: string, description: string): Command {
  return new Command(`deno task ${name}`)
    .description(description)
    .exitOverride()
    .configureHelp({ helpWidth: 100, sortOptions: false, ...localizedHelp })
    .configureOutput({
      outputError: () => {},
      // Nothing is coloured; to look whether it might be would take more permissions.
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .addOption(
      new Option("--lang <language>", "of messages and the report, not of JSON (default: LANG's)")
        .choices(["en", "ja"]),
    ) as unknown as Command;
}

/**
 * Parser of a flag that takes a whole number.
 *
 * @param min the smallest that is taken
 * @param max the largest that is taken
 * @throws {InvalidArgumentError} from the parser: what was wanted and what was found
 */
export function wholeNumber(
  min: number,
  max: number = Number.MAX_SAFE_INTEGER,
): (text: string) => number {
  const range = max === Number.MAX_SAFE_INTEGER
    ? reason`a whole number of at least ${min}`
    : reason`a whole number from ${min} to ${max}`;
  return (text) => {
    const value = /^[+-]?\d+$/.test(text) ? Number(text) : NaN;
    if (value >= min && value <= max) return value;
    throw wanted(range, text);
  };
}

/**
 * Parses a flag that takes a share, 0 to 1.
 *
 * @throws {InvalidArgumentError} what was wanted and what was found
 */
export function fraction(text: string): number {
  const value = decimal(text);
  if (value >= 0 && value <= 1) return value;
  throw wanted(reason`a number from 0 to 1`, text);
}

/**
 * A flag that takes one of several names, which `--help` lists. What is none of them passes, for the
 * library to refuse as it refuses it from a file.
 */
export function choice(
  flags: string,
  description: string,
  names: readonly string[],
  byDefault?: string,
): Option {
  const option = new Option(flags, description).default(byDefault);
  option.argChoices = [...names];
  return option;
}

/** Parses a number, and leaves what is none as it was typed, for the library to refuse. */
export function numberAsTyped(text: string): number | string {
  const value = decimal(text);
  return Number.isNaN(value) ? text : value;
}

/**
 * Parses and gathers named values: `temperature=0.1`, `swap=true`, `negative=hard`.
 *
 * @throws {InvalidArgumentError} when it has no name
 */
export function namedValue(
  text: string,
  others: Readonly<Record<string, number | string | boolean>> = {},
): Record<string, number | string | boolean> {
  const [, name, value] = /^([^=]+)=(.*)$/s.exec(text) ?? [];
  if (name === undefined || value === undefined) throw wanted(reason`name=value`, text);
  const read = value === "true" ? true : value === "false" ? false : numberAsTyped(value);
  // Not by assignment, which would take "__proto__" for something else.
  return Object.fromEntries([...Object.entries(others), [name, read]]);
}

/** The flags that were typed, without those by default and `--lang`. */
export function typedFlags(command: Command): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(command.opts()).filter(([flag]) =>
      flag !== "lang" && command.getOptionValueSource(flag as never) === "cli"
    ),
  );
}

/** A finite number in decimal notation, or NaN: `Number` alone would take "", "0x10" and "Infinity". */
function decimal(text: string): number {
  const value = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : NaN;
  return Number.isFinite(value) ? value : NaN;
}

function wanted(what: string, found: string): InvalidArgumentError {
  return new InvalidArgumentError(reason`Wanted ${what}, found "${found}".`);
}
