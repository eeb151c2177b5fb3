import { parseArgs } from "node:util";
import {
  formatMessage,
  kebabCase,
  type Language,
  type Text,
  type UserMessage,
} from "../../lib/language/mod.ts";

let language: Language = "en";
let flagOf = (option: string): string => `--${kebabCase(option)}`;

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
 * Sets the flag of an option of the library. At first it is the option in kebab case: what knows
 * every setting loads more than most commands use.
 */
export function setFlagOf(chosen: (option: string) => string): void {
  flagOf = chosen;
}

/**
 * A message, or a text without parameters, in the current language. It shows an option of the library as
 * its flag.
 */
export function translate(text: UserMessage | Text): string {
  return "code" in text ? formatMessage(text, { language, showOption: flagOf }) : text[language];
}

/** Picks a language: `inLanguage("ja")({ en, ja })` is the Japanese text. */
export function inLanguage(chosen: Language): (text: Text) => string {
  return (text) => text[chosen];
}
