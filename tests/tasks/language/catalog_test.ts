import assert from "node:assert/strict";
import { IntlMessageFormat } from "intl-messageformat";
import { needs } from "../../needs.ts";
import { textsIn, type WrittenText, writtenTexts } from "../../written_texts.ts";

/** Japanese writers use these terms as they are. */
const terms = ["Futago", "Precision@1", "R-Precision", "MAP@R"];

/** What is wrong with a text, a line each. */
function faultsOf({ path, code, en, ja }: WrittenText): string[] {
  const name = `${path}: ${code ?? JSON.stringify(en)}`;
  if (!en || !ja) return [`${name}: a language is missing, or its text is computed`];
  const faults: string[] = [];
  const [english, japanese] = [parameters(en, "en"), parameters(ja, "ja")];
  if (english === null) faults.push(`${name}: the English is no ICU pattern`);
  if (japanese === null) faults.push(`${name}: the Japanese is no ICU pattern`);
  if (english && japanese && `${english}` !== `${japanese}`) {
    faults.push(`${name}: parameters ${english} in English, ${japanese} in Japanese`);
  }
  if (!isJapanese(ja) && !isTerm(ja)) faults.push(`${name}: the Japanese is not Japanese: ${ja}`);
  if (isJapanese(en)) faults.push(`${name}: the English is Japanese`);
  if (path.startsWith("lib/") && /(^|[\s"'(])--[a-z]/.test(en + "\n" + ja)) {
    faults.push(`${name}: the library names no flags; use {option}`);
  }
  return faults;
}

/** The names of a pattern's parameters, sorted; null where the pattern is not valid. */
function parameters(pattern: string, language: string): string[] | null {
  try {
    const format = new IntlMessageFormat(pattern, language, undefined, { ignoreTag: true });
    return [...new Set(namesIn(format.getAst()))].sort();
  } catch {
    return null;
  }
}

type Parts = ReturnType<IntlMessageFormat["getAst"]>;

function namesIn(parts: Parts): string[] {
  return parts.flatMap((part) => {
    // Type 0 is text as it is, type 7 the number sign of a plural.
    if (part.type === 0 || part.type === 7) return [];
    const inside = "options" in part
      ? Object.values(part.options).flatMap(({ value }) => namesIn(value))
      : [];
    return [part.value, ...inside];
  });
}

function isJapanese(text: string): boolean {
  return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text);
}

/** A term, an abbreviation such as AUC, or no word at all. */
function isTerm(text: string): boolean {
  return terms.includes(text) || !/\p{Ll}/u.test(text.replace(/\{\w+[^{}]*\}/g, ""));
}

Deno.test({
  name: "every text is in both languages, with the same parameters; codes are unique",
  ...needs({ read: true }),
  async fn() {
    const texts = await writtenTexts();
    assert.ok(texts.length > 400, `only ${texts.length} texts`);
    assert.deepEqual(texts.flatMap(faultsOf), []);
    const codes = texts.flatMap(({ code }) => code ?? []);
    assert.ok(codes.length > 200, `only ${codes.length} messages`);
    assert.deepEqual(codes.filter((code, index) => codes.indexOf(code) !== index), []);
    for (const code of codes) assert.match(code, /^[a-z]\w*(\.[a-z]\w*)+$/);
  },
});

const planted: [source: string, faults: RegExp[]][] = [
  [`const a = { en: "a folder", ja: "フォルダー" }`, []],
  [`const a = { en: "AUC", ja: "AUC" }`, []],
  [`const a = { en: \`\${n} images\`, ja: "画像" + n + "枚" }`, []],
  [`const a = { en: english, ja: japanese }`, []],
  [`const a = { en: "a folder", ja: "" }`, [/missing/]],
  [`const a = { en: "a folder", ja: folder() }`, [/missing/]],
  [`const a = { en: "a folder", ja: "a folder" }`, [/not Japanese/]],
  [`const a = { en: "フォルダー", ja: "フォルダー" }`, [/is Japanese/]],
  [`const a = { en: "{n, plural, one {#", ja: "{n}枚" }`, [/English is no ICU/]],
  [`const a = { en: "{n} of {m}", ja: "{n}枚" }`, [/parameters m,n in English, n in/]],
  [`const a = { en: "{n, plural, one {# of {m}} other {#}}", ja: "{n}枚" }`, [/parameters m,n/]],
  [`const a = { en: "use --far", ja: "--far で" }`, [/names no flags/]],
];
for (const [source, expected] of planted) {
  Deno.test(`faults of ${source}: ${expected.length}`, () => {
    const faults = textsIn("lib/a.ts", source).flatMap(faultsOf);
    assert.equal(faults.length, expected.length, faults.join("\n"));
    expected.forEach((pattern, index) => assert.match(faults[index]!, pattern));
  });
}

Deno.test("a message's code is its catalogue's area and its own name", () => {
  const source = `const a = defineMessages("dataset", { folderMissing: { en: "x", ja: "ない" } });`;
  assert.deepEqual(textsIn("lib/a.ts", source), [
    { path: "lib/a.ts", code: "dataset.folderMissing", en: "x", ja: "ない" },
  ]);
});
