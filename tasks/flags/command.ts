import { type Command, Option } from "@commander-js/extra-typings";
import { type Language, type Text, UserError } from "../../lib/language/mod.ts";
import { inLanguage } from "../language/language.ts";
import { commandMessages } from "./command_messages.ts";
import { LocalizedCommand } from "./localized_command.ts";
import { localizedHelp } from "./localized_help.ts";

/**
 * A Commander command in a language. It throws instead of exiting, and leaves it to `runTask` to show
 * errors. `runTask` also reads its `--lang`, which its types do not list.
 *
 * @example
 * ```ts
 * const text = inLanguage(language);
 * const { batch } = taskCommand("train", { en: "Train a model.", ja: "モデルを学習します。" }, language)
 *   .option("--batch <n>", text({ en: "images per batch", ja: "1バッチの画像数" }), wholeNumber(2), 32)
 *   .parse(Deno.args, { from: "user" }).opts();
 * ```
 *
 * @param name the task's name as you type it, such as `train`
 * @param description what `--help` shows above the flags
 * @param language the language of `--help`
 */
export function taskCommand(
  name: string,
  description: Text,
  language: Language,
): Command {
  const show = inLanguage(language);
  return new LocalizedCommand(`deno task ${name}`)
    .description(show(description))
    .helpOption("-h, --help", show({ en: "show this help", ja: "このヘルプを表示" }))
    .exitOverride()
    .configureHelp({ helpWidth: 100, sortOptions: false, ...localizedHelp(language) })
    .configureOutput({
      outputError: () => {},
      // There are no colors. Finding out whether the terminal has them takes more permissions.
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .addOption(
      new Option(
        "--lang <language>",
        show({
          en: "language of messages and the report, not of JSON (default: from LANG)",
          ja: "メッセージとレポートの言語(既定: LANG に従う)。JSONは変わらない",
        }),
      ).choices(["en", "ja"]),
    ) as unknown as Command;
}

/**
 * Makes the parser of a flag that takes a whole number.
 *
 * @param min the smallest value that it accepts
 * @param max the largest value that it accepts
 * @returns the parser; it throws a {@linkcode UserError} that says what it expects
 */
export function wholeNumber(
  min: number,
  max: number = Number.MAX_SAFE_INTEGER,
): (text: string) => number {
  return (text) => {
    const value = /^[+-]?\d+$/.test(text) ? Number(text) : NaN;
    if (value >= min && value <= max) return value;
    throw new UserError(
      max === Number.MAX_SAFE_INTEGER
        ? commandMessages.expectedWholeNumber({ min })
        : commandMessages.expectedWholeNumberWithin({ min, max }),
    );
  };
}

/**
 * Parses a flag that takes a fraction, 0 to 1.
 *
 * @throws {UserError} on anything else
 */
export function fraction(text: string): number {
  const value = decimal(text);
  if (value >= 0 && value <= 1) return value;
  throw new UserError(commandMessages.expectedFraction());
}

/**
 * A flag that takes one of several names, which `--help` lists. Other names pass: the library refuses
 * them in the same words as in a config file.
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

/** Parses a number. Other text stays as you typed it, for the library to refuse. */
export function numberAsTyped(text: string): number | string {
  const value = decimal(text);
  return Number.isNaN(value) ? text : value;
}

/**
 * Parses and collects named values: `temperature=0.1`, `swap=true`, `negative=hard`.
 *
 * @throws {UserError} on text without a name or `=`
 */
export function namedValue(
  text: string,
  others: Readonly<Record<string, number | string | boolean>> = {},
): Record<string, number | string | boolean> {
  const [, name, value] = /^([^=]+)=(.*)$/s.exec(text) ?? [];
  if (name === undefined || value === undefined) {
    throw new UserError(commandMessages.expectedNamedValue());
  }
  const read = value === "true" ? true : value === "false" ? false : numberAsTyped(value);
  // An assignment would give "__proto__" another meaning.
  return Object.fromEntries([...Object.entries(others), [name, read]]);
}

/** The flags that you typed, without defaults and without `--lang`. */
export function typedFlags(command: Command): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(command.opts()).filter(([flag]) =>
      flag !== "lang" && command.getOptionValueSource(flag as never) === "cli"
    ),
  );
}

/** A finite number in decimal notation, or NaN. `Number` alone accepts "", "0x10" and "Infinity". */
function decimal(text: string): number {
  const value = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : NaN;
  return Number.isFinite(value) ? value : NaN;
}
