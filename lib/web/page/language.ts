/// <reference lib="dom" />
import { createContext } from "preact";
import { useContext } from "preact/hooks";
import { type NumberFormat, numberFormat } from "../../language/format_numbers.ts";
import { type Translate, translator } from "../../language/translator.ts";
import { type Language, languages } from "../../language/user_message.ts";

/** The language of what is inside. */
export const LanguageContext = createContext<Language>("en");

const spoken: Readonly<Record<Language, { translate: Translate; format: NumberFormat }>> = {
  en: { translate: translator("en"), format: numberFormat("en") },
  ja: { translate: translator("ja"), format: numberFormat("ja") },
};

/** The function that translates messages, for a component. */
export function useTranslate(): Translate {
  return spoken[useContext(LanguageContext)].translate;
}

/** The functions that format numbers, for a component. */
export function useFormat(): NumberFormat {
  return spoken[useContext(LanguageContext)].format;
}

const key = "futago.language";

/** The language that was chosen before, or the first of the browser's that Futago speaks. */
export function initialLanguage(): Language {
  const wanted = [keptLanguage(), ...navigator.languages.map((tag) => tag.slice(0, 2))];
  return languages.find((language) => language === wanted.find(isSpoken)) ?? "en";
}

function isSpoken(tag: string | null): boolean {
  return languages.some((language) => language === tag);
}

function keptLanguage(): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null; // A browser that blocks storage.
  }
}

/** Keeps the choice of a language for the next visit, where the browser allows it. */
export function keepLanguage(language: Language): void {
  try {
    localStorage.setItem(key, language);
  } catch {
    // Then the next visit starts with the browser's language.
  }
}
