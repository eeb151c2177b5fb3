import { parseArgs } from "node:util";
import {
  formatMessage,
  type Language,
  Message,
  message,
  type Text,
  type UserMessage,
} from "../../mod.ts";
import { japanese } from "./japanese/japanese.ts";
import { recognise } from "./match_template.ts";

let language: Language = "en";

/** The language of this process. */
export function currentLanguage(): Language {
  return language;
}

/** Sets the language of this process. It is English at first. */
export function setLanguage(chosen: Language): void {
  language = chosen;
}

/**
 * The language that the user asks for: by `--lang`, or else by the first of `LC_ALL`, `LC_MESSAGES` and
 * `LANG` that is set, in the order of POSIX. English for all languages but Japanese.
 *
 * @param args the arguments as typed; no flag is checked yet
 * @param variable the value of an environment variable
 */
export function requestedLanguage(
  args: readonly string[],
  variable: (name: string) => string | undefined,
): Language {
  const { lang } = parseArgs({
    args: [...args],
    options: { lang: { type: "string" } },
    strict: false,
  }).values;
  if (lang === "en" || lang === "ja") return lang;
  const locale = ["LC_ALL", "LC_MESSAGES", "LANG"].map(variable).find(Boolean);
  return /^ja(?![a-z])/i.test(locale ?? "") ? "ja" : "en";
}

/**
 * A message, or a text without parameters, in the current language. Where a message names an option of
 * the library, it shows the flag.
 */
export function translate(said: UserMessage | Text | Message): string {
  if (said instanceof Message) {
    return said.in((template) => language === "ja" ? japanese[template] ?? template : template);
  }
  return "code" in said ? formatMessage(said, { language, showOption: flagOf }) : said[language];
}

/** Picks a language: `inLanguage("ja")({ en, ja })` is the Japanese text. */
export function inLanguage(chosen: Language): (text: Text) => string {
  return (text) => text[chosen];
}

/** The flag of an option: `--learning-rate` of `learningRate`. */
function flagOf(option: string): string {
  return `--${option.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

/**
 * An English text in the language that is spoken: a help text, a reason that data keep, what the
 * parser of flags found fault with. As it is where no template of the catalogue fits it.
 */
export function textInLanguage(text: string | UserMessage): string {
  if (typeof text !== "string") return translate(text);
  if (language === "en") return text;
  const known = recognise(text, Object.keys(japanese));
  return known ? translate(known) : text;
}

/** Tags a template literal as a text that is shown at once, in the language that is spoken. */
export function phrase(...literal: Parameters<typeof message>): string {
  return translate(message(...literal));
}
