import assert from "node:assert/strict";
import { numberFormat } from "../../../lib/reporting/language/format_numbers.ts";
import { wordsEn } from "../../../lib/reporting/language/words_en.ts";
import { wordsJa } from "../../../lib/reporting/language/words_ja.ts";

type Dictionary = { readonly [key: string]: unknown };

/** The end of every path through a dictionary. */
function leaves(words: Dictionary, at = ""): [path: string, said: unknown][] {
  return Object.entries(words).flatMap(([key, value]): [string, unknown][] =>
    typeof value === "object"
      ? leaves(value as Dictionary, `${at}.${key}`)
      : [[`${at}.${key}`, value]]
  );
}

Deno.test("both languages say the same things, each in its own words", () => {
  const english = new Map(leaves(wordsEn)), japanese = new Map(leaves(wordsJa));
  assert.deepEqual([...japanese.keys()].sort(), [...english.keys()].sort());
  const same = ["AUC", "EER", "MAP@R", "Futago"];
  for (const [path, said] of english) {
    if (typeof said !== "string" || same.includes(said) || path === ".locale") continue;
    assert.notEqual(japanese.get(path), said, path);
  }
});

Deno.test("what a phrase is told, it says, in either language", () => {
  for (const words of [wordsEn, wordsJa]) {
    for (const [path, phrase] of leaves(words)) {
      if (typeof phrase !== "function" || path.startsWith(".charts") || path === ".lead") continue;
      const told = Array.from({ length: phrase.length }, (_, i) => `<${i}>`);
      const said = phrase(...told);
      for (const word of told) assert.ok(said.includes(word), `${path} leaves out ${word}`);
    }
  }
});

Deno.test("numbers are written with as many digits as they deserve", () => {
  const en = numberFormat(wordsEn), ja = numberFormat(wordsJa);
  assert.equal(en.count(15681600n), "15,681,600");
  assert.deepEqual([0, 0.5, 1, 0.0313, 0.008, 0.00066, 0.9999].map(en.rate), [
    "0 %",
    "50.00 %",
    "100 %",
    "3.13 %",
    "0.80 %",
    "0.066 %",
    "99.99 %",
  ]);
  assert.deepEqual([0.1, 0.01, 1e-6].map(ja.target), ["10%", "1%", "0.0001%"]);
  assert.equal(en.rates([0.005, 1]), "0.50–100 %");
  assert.equal(en.interval(null, en.rate), "too few identities for an interval");
  assert.deepEqual([0, 1, 0.87, 0.0032, 0.995, 0.5].map(en.outOf), [
    ["0", "100"],
    ["100", "100"],
    ["87", "100"],
    ["32", "10,000"],
    ["9,950", "10,000"],
    ["50", "100"],
  ]);
});
