import { type Words, wordsEn } from "./words_en.ts";
import { wordsJa } from "./words_ja.ts";

/** A language that reports are written in. */
export type Language = "en" | "ja";

/** The words of each. */
export const wordsOf: Readonly<Record<Language, Words>> = { en: wordsEn, ja: wordsJa };
