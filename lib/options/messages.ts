import { defineMessages } from "../language/define_messages.ts";
import type { UserMessage } from "../language/user_message.ts";

/** What the checks of options and names say to people. */
export const optionMessages = defineMessages("options", {
  refused: {
    en: "cannot use {subject}: {option}: {fault}",
    ja: "{subject} は使えません: {option}: {fault}",
  },
  mismatch: {
    en: "expected {expected}, got {found}{suggestion}",
    ja: "{expected}が必要ですが、{found} です{suggestion}",
  },
  unknownOption: {
    en: "there is no such option; expected {names}{suggestion}",
    ja: "そのような引数はありません。{names}が必要です{suggestion}",
  },
  unknownName: {
    en: 'cannot use the {kind} "{name}": expected {names}{suggestion}',
    ja: '{kind} "{name}" は使えません。{names}が必要です{suggestion}',
  },
  nameTaken: {
    en:
      'cannot register the {kind} "{name}": there is another of this name; give yours another name',
    ja:
      '{kind} "{name}" は登録できません。同じ名前のものがすでにあります。別の名前をつけてください',
  },
  didYouMean: { en: '; did you mean "{name}"?', ja: "。もしかして: {name}" },

  number: { en: "a number", ja: "数" },
  numberAbove: { en: "a number above {min}", ja: "{min}より大きい数" },
  numberAtLeast: { en: "a number of at least {min}", ja: "{min}以上の数" },
  numberBetween: {
    en: "a number above {min} and below {max}",
    ja: "{min}より大きく{max}より小さい数",
  },
  numberAboveTo: {
    en: "a number above {min} and at most {max}",
    ja: "{min}より大きく{max}以下の数",
  },
  numberFromTo: { en: "a number from {min} to {max}", ja: "{min}から{max}までの数" },
  fraction: { en: "a number of at least 0 and below 1", ja: "0以上1未満の数" },
  wholeFromTo: { en: "a whole number from {min} to {max}", ja: "{min}から{max}までの整数" },
  oneName: { en: "{name}", ja: "{name}" },
  oneOf: { en: "one of {names}", ja: "{names} のいずれか" },
  flag: { en: "true or false", ja: "true か false" },
  text: { en: "a text", ja: "文字列" },
  texts: { en: "a list of texts", ja: "文字列のリスト" },

  nothing: { en: "nothing", ja: "値なし" },
  list: { en: "a list", ja: "リスト" },
  valuesByName: { en: "values by name", ja: "名前付きの値" },
});

/** "one of a, b"; the name alone if there is one. */
export function nameList(names: readonly string[]): UserMessage {
  return names.length === 1
    ? optionMessages.oneName({ name: names[0]! })
    : optionMessages.oneOf({ names: names.join(", ") });
}
