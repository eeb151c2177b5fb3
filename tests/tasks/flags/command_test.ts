import { Option } from "@commander-js/extra-typings";
import assert from "node:assert/strict";
import stringWidth from "string-width";
import type { Language } from "../../../lib/language/mod.ts";
import {
  choice,
  fraction,
  namedValue,
  numberAsTyped,
  taskCommand,
  typedFlags,
  wholeNumber,
} from "../../../tasks/flags/command.ts";
import { inLanguage, setLanguage } from "../../../tasks/language/language.ts";
import { describeError } from "../../../tasks/output/describe_error.ts";

/** What a command says of arguments that it refuses. */
function refusalOf(language: Language, ...args: string[]): string {
  setLanguage(language);
  try {
    parse(...args);
  } catch (error) {
    return describeError(error);
  } finally {
    setLanguage("en");
  }
  throw new Error("nothing was thrown");
}

function command(language: Language) {
  const text = inLanguage(language);
  return taskCommand("try", { en: "Tries things.", ja: "試します。" }, language)
    .option("--count <n>", text({ en: "a count", ja: "数" }), wholeNumber(2, 9), 4)
    .addOption(
      new Option("--far <fraction>", text({ en: "a rate", ja: "率" })).argParser(fraction)
        .conflicts("fast"),
    )
    .option("--fast", text({ en: "be quick", ja: "急ぐ" }))
    .argument("[folder]", text({ en: "a folder", ja: "フォルダー" }));
}

const parse = (...args: string[]) => command("en").parse(args, { from: "user" });

Deno.test("flags are read, and defaults stand in for those not given", () => {
  assert.deepEqual(parse("--far", "0.01", "写真").opts(), { count: 4, far: 0.01 });
  assert.deepEqual(parse("写真").args, ["写真"]);
});

const refusals: [args: string[], english: string, japanese: string][] = [
  [
    ["--cuont", "3"],
    "unknown option --cuont; did you mean --count?",
    "オプション --cuont はありません。--count ではありませんか?",
  ],
  [
    ["--zzz"],
    "unknown option --zzz; see --help",
    "オプション --zzz はありません。--help で確かめてください",
  ],
  [
    ["--count"],
    "--count needs a value; see --help",
    "--count には値が必要です。--help で確かめてください",
  ],
  [
    ["--count", "12"],
    'cannot use --count "12": expected a whole number from 2 to 9',
    '--count の値 "12" は使えません。2から9までの整数を指定してください',
  ],
  [
    ["--lang", "fr"],
    'cannot use --lang "fr": expected one of en, ja',
    '--lang の値 "fr" は使えません。en, ja のどれかを指定してください',
  ],
  [
    ["--far", "0.1", "--fast"],
    "cannot use --far together with --fast; leave one out",
    "--far と --fast は同時に使えません。どちらかを外してください",
  ],
  [
    ["a", "b\nc"],
    "too many arguments: expected at most 1, got 2; leave out b c and what follows",
    "引数が多すぎます。1個までですが、2個あります。b c 以降を除いてください",
  ],
];
for (const [args, english, japanese] of refusals) {
  Deno.test(`what is typed wrong is one line in both languages: ${args.join(" ")}`, () => {
    assert.equal(refusalOf("en", ...args), english);
    assert.equal(refusalOf("ja", ...args), japanese);
  });
}

Deno.test("help is in the language of the command, aligned, and fits", () => {
  const english = command("en").helpInformation();
  assert.match(english, /^Usage: deno task try/);
  assert.match(english, /--count <n> +a count \(default: 4\)/);
  const japanese = command("ja").helpInformation();
  assert.match(japanese, /^使い方: deno task try/);
  assert.match(japanese, /^引数:/m);
  assert.match(japanese, /^オプション:/m);
  assert.match(japanese, /--count <n> +数 \(既定: 4\)/);
  assert.match(japanese, /選択肢: "en",\s+"ja"\)/);
  for (const line of japanese.split("\n")) assert.ok(stringWidth(line) <= 100, line);
  const columns = ["--far", "--count", "--help"].map((flag) => {
    const line = japanese.split("\n").find((line) => line.includes(flag))!;
    return /^ +(-h, )?--\S+( <\w+>)? +/.exec(line)![0].length;
  });
  assert.equal(new Set(columns).size, 1);
});

Deno.test("numbers are taken in decimal notation and in range only", () => {
  assert.equal(wholeNumber(0)("0"), 0);
  assert.equal(numberAsTyped("1e-3"), 0.001);
  assert.equal(numberAsTyped("-.5"), -0.5);
  assert.equal(fraction(".5"), 0.5);
  assert.equal(fraction("1"), 1);
  for (const text of ["", " ", "1.5", "0x10", "-1", "1_000", "NaN", "Infinity", "１"]) {
    assert.throws(() => wholeNumber(0)(text), /a whole number of at least 0/, text);
  }
  for (const text of ["Infinity", "1e999", "", "0x10", "1,5", "one"]) {
    assert.equal(numberAsTyped(text), text);
  }
  for (const text of ["-0.1", "1.01", "50%", ""]) {
    assert.throws(() => fraction(text), /expected a number from 0 to 1/, text);
  }
});

Deno.test("named values gather, and keep what is no number", () => {
  const options = ["a=0.5", "b=true", "c=hard", "a=1=2"].reduce(
    (others, text) => namedValue(text, others),
    {},
  );
  assert.deepEqual(options, { a: "1=2", b: true, c: "hard" });
  assert.deepEqual(Object.keys(namedValue("__proto__=1")), ["__proto__"]);
  assert.throws(() => namedValue("a"), /expected name=value/);
});

Deno.test("typedFlags leaves out defaults; the library refuses unknown choices", () => {
  const tried = taskCommand("try", { en: "Tries things.", ja: "試します。" }, "en")
    .option("--count <n>", "a count", wholeNumber(2, 9), 4)
    .addOption(choice("--miner <name>", "a miner", ["all", "hard"], "all"))
    .option("--no-decay", "none");
  tried.parse(["--miner", "hrad", "--no-decay"], { from: "user" });
  assert.deepEqual(typedFlags(tried as never), { miner: "hrad", decay: false });
});
