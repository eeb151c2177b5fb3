import assert from "node:assert/strict";
import { glob } from "node:fs/promises";
import { fileURLToPath, pathToFileURL } from "node:url";
import { formatMessage, languages, type UserMessage } from "../../lib/language/user_message.ts";

const catalogs = fileURLToPath(new URL("../../lib/reporting/**/*messages.ts", import.meta.url));

/** All messages of the catalogs of reports, each parameter with a value of its own. */
async function allMessages(): Promise<UserMessage[]> {
  const modules: object[] = [];
  for await (const path of glob(catalogs)) modules.push(await import(pathToFileURL(path).href));
  return modules.flatMap((module) => Object.values(module))
    .filter((exported) => typeof exported === "object")
    .flatMap((catalog) => Object.values<(values: object) => UserMessage>(catalog))
    .map((make) => {
      const names = [...make({}).text.en.matchAll(/\{(\w+)[,}]/g)].map(([, name]) => name);
      return make(Object.fromEntries(names.map((name, index) => [name, 7001 + index])));
    });
}

Deno.test("each message of reports has the same parameters in both languages", async () => {
  const messages = await allMessages();
  assert.ok(messages.length > 150, `${messages.length} messages`);
  const codes = messages.map(({ code }) => code);
  assert.equal(new Set(codes).size, codes.length, "a code twice");
  for (const message of messages) {
    for (const language of languages) {
      const text = formatMessage(message, { language }).replaceAll(",", "");
      for (const value of Object.values(message.values)) {
        assert.ok(text.includes(`${value}`), `${message.code} in ${language} leaves out ${value}`);
      }
    }
  }
});

Deno.test("each message of reports has words of its own in Japanese", async () => {
  // Names and abbreviations are the same in both languages.
  const same = ["AUC", "EER", "MAP@R", "Futago", "R-Precision", "Precision@1", "FAR=FRR"];
  for (const { code, text } of await allMessages()) {
    if (same.includes(text.ja) || !/\p{Letter}/u.test(text.ja.replace(/\{[^}]*\}/g, ""))) continue;
    assert.match(text.ja, /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u, code);
    assert.doesNotMatch(text.en, /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u, code);
  }
});
