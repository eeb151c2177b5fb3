import { parseArgs } from "node:util";
import { type Language, type Message, message } from "../../mod.ts";
import { japanese } from "./japanese/japanese.ts";
import { recognise } from "./match_template.ts";

let language: Language = "en";

/** The language that this process speaks. */
export function spokenLanguage(): Language {
  return language;
}

/** Makes this process speak a language; until then it is English. */
export function speak(chosen: Language): void {
  language = chosen;
}

/**
 * The language that was asked for: by `--lang`, or else by the first of `LC_ALL`, `LC_MESSAGES` and
 * `LANG` that says anything, as POSIX orders them. English where that is another than Japanese.
 *
 * @param args what was typed, before any flag is checked
 * @param variable the value of an environment variable
 */
export function askedLanguage(
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

/** A message in the language that is spoken. */
export function inLanguage(said: Message): string {
  return said.in((template) => language === "ja" ? japanese[template] ?? template : template);
}

/**
 * An English text in the language that is spoken: a help text, a reason that data keep, what the
 * parser of flags found fault with. As it is where no template of the catalogue fits it.
 */
export function textInLanguage(text: string): string {
  if (language === "en") return text;
  const known = recognise(text, Object.keys(japanese));
  return known ? inLanguage(known) : text;
}

/** Tags a template literal as a text that is shown at once, in the language that is spoken. */
export function phrase(...literal: Parameters<typeof message>): string {
  return inLanguage(message(...literal));
}
