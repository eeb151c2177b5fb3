import { defineMessages } from "../../lib/language/mod.ts";

/** What the commands say of the flags that were typed, and the words of their `--help`. */
export const commandMessages = defineMessages("flags", {
  unknown: {
    en: "unknown option {flag}; see --help",
    ja: "オプション {flag} はありません。--help で確かめてください",
  },
  unknownNear: {
    en: "unknown option {flag}; did you mean {near}?",
    ja: "オプション {flag} はありません。{near} ではありませんか?",
  },
  flagMissing: {
    en: "{flag} is missing; see --help",
    ja: "{flag} がありません。--help で確かめてください",
  },
  valueMissing: {
    en: "{flag} needs a value; see --help",
    ja: "{flag} には値が必要です。--help で確かめてください",
  },
  conflict: {
    en: "cannot use {flag} together with {other}; leave one out",
    ja: "{flag} と {other} は同時に使えません。どちらかを外してください",
  },
  tooManyArguments: {
    en:
      "too many arguments: expected at most {most, number}, got {count, number}; leave out {first} and what follows",
    ja:
      "引数が多すぎます。{most, number}個までですが、{count, number}個あります。{first} 以降を除いてください",
  },
  valueRefused: {
    en: "cannot use {flag} {value}: {fault}",
    ja: "{flag} の値 {value} は使えません。{fault}",
  },
  expectedWholeNumber: {
    en: "expected a whole number of at least {min, number}",
    ja: "{min, number}以上の整数を指定してください",
  },
  expectedWholeNumberWithin: {
    en: "expected a whole number from {min, number} to {max, number}",
    ja: "{min, number}から{max, number}までの整数を指定してください",
  },
  expectedCosine: {
    en: "expected a number from -1 to 1",
    ja: "-1から1までの数を指定してください",
  },
  expectedFraction: {
    en: "expected a number from 0 to 1",
    ja: "0から1までの数を指定してください",
  },
  expectedNamedValue: {
    en: "expected name=value",
    ja: "「名前=値」の形で指定してください",
  },
  expectedOneOf: {
    en: "expected one of {names}",
    ja: "{names} のどれかを指定してください",
  },
  noCacheFolder: {
    en: "found no cache folder; set XDG_CACHE_HOME to a folder that you can write to",
    ja:
      "キャッシュフォルダーが見つかりません。XDG_CACHE_HOME に書き込めるフォルダーを設定してください",
  },
  helpChoices: { en: "choices: {names}", ja: "選択肢: {names}" },
  helpDefault: { en: "default: {value}", ja: "既定: {value}" },
});
