import assert from "node:assert/strict";
import stringWidth from "string-width";
import { defineMessages } from "../../../lib/language/mod.ts";
import {
  inLanguage,
  requestedLanguage,
  setLanguage,
  translate,
} from "../../../tasks/language/language.ts";
import { wrap } from "../../../tasks/language/wrap.ts";
import { needs } from "../../needs.ts";
import { runTask } from "../start_task.ts";

const messages = defineMessages("try", {
  refused: {
    en: "cannot use {option}: expected {expected}",
    ja: "{option} は使えません。{expected}を指定してください",
  },
  number: { en: "a number", ja: "数" },
});

Deno.test("a message is in the language that is set, with what it holds; options are flags", () => {
  const refused = messages.refused({
    option: { option: "perIdentity" },
    expected: messages.number(),
  });
  assert.equal(translate(refused), "cannot use --per-identity: expected a number");
  setLanguage("ja");
  try {
    assert.equal(translate(refused), "--per-identity は使えません。数を指定してください");
    assert.equal(translate({ en: "folder", ja: "フォルダー" }), "フォルダー");
  } finally {
    setLanguage("en");
  }
  assert.equal(inLanguage("ja")({ en: "folder", ja: "フォルダー" }), "フォルダー");
});

Deno.test("--lang decides, then the first of LC_ALL, LC_MESSAGES and LANG that is set", () => {
  const asked = (args: string[], variables: Record<string, string> = {}) =>
    requestedLanguage(args, (name) => variables[name]);
  assert.equal(asked([]), "en");
  assert.equal(asked(["--lang", "ja"]), "ja");
  assert.equal(asked(["a", "--lang=ja", "--json"], { LANG: "C" }), "ja");
  assert.equal(asked(["--lang", "en"], { LANG: "ja_JP.UTF-8" }), "en");
  assert.equal(asked([], { LANG: "ja_JP.UTF-8" }), "ja");
  assert.equal(asked([], { LANG: "ja" }), "ja");
  assert.equal(asked([], { LANG: "jam" }), "en");
  assert.equal(asked([], { LANG: "ja_JP.UTF-8", LC_MESSAGES: "en_US.UTF-8" }), "en");
  assert.equal(asked([], { LANG: "C", LC_MESSAGES: "ja_JP.UTF-8", LC_ALL: "" }), "ja");
  assert.equal(asked([], { LC_MESSAGES: "ja_JP.UTF-8", LC_ALL: "C" }), "en");
});

Deno.test("lines break at blanks, and between Japanese words, never before an end mark", () => {
  assert.equal(wrap("one two-three four", 10), "one\ntwo-three\nfour");
  assert.equal(wrap("one\n\ntwo", 10), "one\n\ntwo");
  const text = "画像フォルダーを、アイデンティティごとに分けます。--data DIR で指定します。";
  for (const width of [10, 15, 20, 30]) {
    const lines = wrap(text, width).split("\n");
    for (const line of lines) {
      assert.doesNotMatch(line, /^[、。)ー]/);
      assert.ok(stringWidth(line) <= Math.max(width, stringWidth("アイデンティティ")), line);
    }
    assert.equal(lines.join("").replaceAll(" ", ""), text.replaceAll(" ", ""));
  }
});

Deno.test({
  name: "tasks speak Japanese where LANG is Japanese, and JSON stays as it is",
  ...needs({ read: true, write: true, run: true, env: true }),
  async fn() {
    const folder = await Deno.makeTempDir();
    const run = (file: string, language: string, ...args: string[]) =>
      runTask(file, folder, args, { LC_ALL: "", LC_MESSAGES: "", LANG: language });
    try {
      const [help, error, english, table, json] = await Promise.all([
        run("train.ts", "ja_JP.UTF-8", "--help"),
        run("estimate_pairs.ts", "ja_JP.UTF-8", "nowhere"),
        run("estimate_pairs.ts", "C", "nowhere"),
        run("estimate_pairs.ts", "C", "--ids", "4", "--images", "2", "--lang", "ja"),
        run("estimate_pairs.ts", "ja_JP.UTF-8", "--ids", "4", "--images", "2", "--json"),
      ]);
      assert.equal(help.code, 0);
      assert.match(help.stdout, /^使い方: deno task train/);
      assert.equal(error.code, 2);
      assert.match(
        error.stderr,
        /^estimate-pairs: "nowhere" を読み込めません。.*そのフォルダーはありません。パスを確かめてください\n$/,
      );
      assert.equal(english.code, 2);
      assert.match(english.stderr, /^estimate-pairs: cannot index "nowhere": .*check the path\n$/);
      assert.match(table.stdout, /^アイデンティティ +4$/m);
      assert.match(table.stdout, /学習の妨げになるもの \(1\):\n {2}4アイデンティティを訓練/);
      const { scope, problems } = JSON.parse(json.stdout);
      assert.equal(scope, "small");
      assert.equal(problems[0].code, "dataset.tooFewToSplit");
      assert.match(problems[0].message, /^cannot split/);
    } finally {
      await Deno.remove(folder, { recursive: true });
    }
  },
});
