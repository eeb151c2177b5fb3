import assert from "node:assert/strict";
import stringWidth from "string-width";
import { message } from "../../../mod.ts";
import { taskCommand, wholeNumber } from "../../../tasks/flags/command.ts";
import { describeError } from "../../../tasks/output/describe_error.ts";
import { doctorCommand } from "../../../tasks/flags/doctor_command.ts";
import { estimateCommand } from "../../../tasks/flags/estimate_command.ts";
import { commander } from "../../../tasks/language/japanese/commander.ts";
import { japanese } from "../../../tasks/language/japanese/japanese.ts";
import {
  phrase,
  requestedLanguage,
  setLanguage,
  textInLanguage,
  translate,
} from "../../../tasks/language/language.ts";
import { recognise } from "../../../tasks/language/match_template.ts";
import { trainCommand } from "../../../tasks/flags/train_command.ts";
import { verifyCommand } from "../../../tasks/flags/verify_command.ts";
import { wrap } from "../../../tasks/language/wrap.ts";
import { needs } from "../../needs.ts";
import { writtenTemplates } from "../../written_templates.ts";
import { runTask } from "../start_task.ts";

const templates = Object.keys(japanese);

/** Runs an action as a task does that speaks Japanese. */
function spokenJapanese<T>(action: () => T): T {
  setLanguage("ja");
  try {
    return action();
  } finally {
    setLanguage("en");
  }
}

/** What `--help` of all tasks is put together from, Commander's own words included. */
function helpTexts(): string[] {
  const commands = [doctorCommand, estimateCommand, trainCommand, verifyCommand];
  const own = ["Usage:", "Arguments:", "Options:", "display help for command"];
  return own.concat(commands.flatMap((command) => [
    ...command.description().split("\n"),
    ...command.registeredArguments.map(({ description }) => description),
    ...command.options.flatMap(({ description, helpGroupHeading = "" }) => [
      description,
      helpGroupHeading,
    ]),
  ])).filter((text) => text !== "");
}

Deno.test({
  name: "all that the program says has a Japanese template, with the same places",
  ...needs({ read: true }),
  async fn() {
    const written = await writtenTemplates();
    assert.ok(written.size > 300);
    const places = (template: string) => [...new Set(template.match(/\{\d+\}/g))].sort();
    for (const [template, path] of written) {
      assert.ok(template in japanese, `${path}: no Japanese for "${template}"`);
    }
    for (const [template, translation] of Object.entries(japanese)) {
      assert.deepEqual(places(translation), places(template), template);
    }
  },
});

Deno.test({
  name: "nothing is translated that the program does not say",
  ...needs({ read: true }),
  async fn() {
    const known = new Set((await writtenTemplates()).keys());
    for (const template of Object.keys(commander)) known.add(template);
    for (const text of helpTexts()) known.add(recognise(text, templates)?.template ?? "");
    assert.deepEqual(templates.filter((template) => !known.has(template)), []);
  },
});

Deno.test("every word of --help is in Japanese", () => {
  for (const text of helpTexts()) assert.ok(recognise(text, templates), `no Japanese: "${text}"`);
});

Deno.test({
  name: "--help is aligned and fits, wide characters counted as two",
  ...needs({ env: true }),
  fn() {
    const shown = spokenJapanese(() => trainCommand.helpInformation());
    assert.match(shown, /^使い方: deno task train/);
    assert.match(shown, /--far <x> .*目標とする他人受入率 \(既定: 0\.01\)/);
    assert.match(trainCommand.helpInformation(), /^Usage: deno task train/);
    for (const line of shown.split("\n")) assert.ok(stringWidth(line) <= 100, line);
    const columns = ["--far", "--seed", "--help"].map((flag) => {
      const line = shown.split("\n").find((line) => line.includes(flag))!;
      return /^ +(-h, )?--\S+( <\w+>)? +/.exec(line)![0].length;
    });
    assert.equal(new Set(columns).size, 1);
  },
});

Deno.test("what the parser of flags finds fault with is said in Japanese", () => {
  const failure = (...args: string[]) =>
    spokenJapanese(() => {
      try {
        taskCommand("try", "Try things.").argument("[a]").option(
          "--count <n>",
          "a count",
          wholeNumber(2, 9),
        ).parse(args, { from: "user" });
        return "";
      } catch (error) {
        return describeError(error);
      }
    });
  assert.equal(
    failure("--cuont", "3"),
    "オプション '--cuont' はありません(--count ではありませんか?)",
  );
  assert.equal(failure("--zzz"), "オプション '--zzz' はありません");
  assert.equal(failure("--count"), "オプション '--count <n>' に値がありません");
  assert.equal(
    failure("--count", "12"),
    "オプション '--count <n>' の値 '12' は使えません。2から9までの整数が必要ですが、\"12\" です",
  );
  assert.equal(
    failure("--lang", "fr"),
    "オプション '--lang <language>' の値 'fr' は使えません。使えるのは en, ja です",
  );
  assert.equal(failure("a", "b"), "引数が多すぎます。1個までのところ2個あります: a, b");
});

Deno.test("messages hold messages; values stay as they are", () => {
  const said = message`cannot use ${message`the miner "${"{0}"}"`}: ${message`none`}`;
  assert.equal(String(said), 'cannot use the miner "{0}": none');
  assert.equal(JSON.stringify({ said }), '{"said":"cannot use the miner \\"{0}\\": none"}');
  assert.equal(spokenJapanese(() => translate(said)), 'マイナー "{0}" は使えません: なし');
  assert.equal(translate(said), String(said));
  assert.equal(
    phrase`one
    line`,
    "one line",
  );
});

Deno.test("reasons that data keep are known by their template", () => {
  const japaneseOf = (text: string) => spokenJapanese(() => textInLanguage(text));
  assert.equal(japaneseOf("hidden"), "隠しファイル");
  assert.equal(
    japaneseOf("image is 12 x 9 px: under 16 px on a side"),
    "画像が12×9pxで、一辺が16px未満",
  );
  assert.equal(japaneseOf("something else: entirely"), "something else: entirely");
  assert.equal(textInLanguage("hidden"), "hidden");
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
  name: "tasks setLanguage Japanese where LANG is Japanese, and JSON stays as it is",
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
      assert.match(table.stdout, /学習の妨げになるもの \(2\):\n {2}8アイデンティティ×4枚の/);
      const { scope, problems } = JSON.parse(json.stdout);
      assert.equal(scope, "small");
      assert.match(problems[0], /^cannot draw batches/);
    } finally {
      await Deno.remove(folder, { recursive: true });
    }
  },
});
