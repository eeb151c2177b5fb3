import { IntlMessageFormat } from "intl-messageformat";

/** The languages that Futago speaks. */
export const languages = ["en", "ja"] as const;

/** A language that Futago speaks, as in BCP 47. */
export type Language = typeof languages[number];

/**
 * A text in every language. Where it has parameters, it is an ICU MessageFormat pattern:
 * https://formatjs.github.io/docs/core-concepts/icu-syntax
 */
export type Text = Readonly<Record<Language, string>>;

/** The name of an option of the library, such as `learningRate`. A command shows its flag instead. */
export interface OptionName {
  /** The name. */
  readonly option: string;
}

/** What a parameter of a message can be. Messages inside a message take its language. */
export type MessageValue = string | number | bigint | OptionName | UserMessage;

/**
 * A sentence to people: a code for programs, a text in every language, and the values of its
 * parameters. It is plain data, so it passes through JSON and between workers.
 */
export interface UserMessage {
  /** Stable name of the message, such as `dataset.folderMissing`. */
  readonly code: string;
  /** The pattern in every language. */
  readonly text: Text;
  /** The values of its parameters, by name. */
  readonly values: Readonly<Record<string, MessageValue>>;
}

/** How `formatMessage` shows a message. */
export interface FormatOptions {
  /** English by default. */
  readonly language?: Language;
  /** How the name of an option is shown; as it is by default. */
  readonly showOption?: (name: string) => string;
}

/**
 * Formats a message in a language.
 *
 * @throws {Error} if the pattern is not valid or a parameter has no value, which is a fault of the
 *   program
 *
 * @example
 * ```ts
 * import { formatMessage, openBackend } from "@futago/futago";
 *
 * const { reason } = await openBackend("wasm");
 * console.log(formatMessage(reason), formatMessage(reason, { language: "ja" }));
 * ```
 */
export function formatMessage(
  { text, values }: UserMessage,
  { language = "en", showOption = (name) => name }: FormatOptions = {},
): string {
  const shown = (value: MessageValue) => {
    if (typeof value !== "object") return value;
    return "option" in value
      ? showOption(value.option)
      : formatMessage(value, { language, showOption });
  };
  const pattern = text[language];
  if (!pattern.includes("{") && !pattern.includes("'")) return pattern;
  return String(
    compile(pattern, language).format(
      Object.fromEntries(Object.entries(values).map(([name, value]) => [name, shown(value)])),
    ),
  );
}

/** Compiled patterns by language: a folder can have a million files with the same reason. */
const compiled: Record<Language, Map<string, IntlMessageFormat>> = { en: new Map(), ja: new Map() };

function compile(pattern: string, language: Language): IntlMessageFormat {
  let format = compiled[language].get(pattern);
  if (!format) {
    format = new IntlMessageFormat(pattern, language, undefined, { ignoreTag: true });
    compiled[language].set(pattern, format);
  }
  return format;
}
