import { defineMessages } from "../../language/define_messages.ts";

/** What lists of pairs say to people. */
export const pairListMessages = defineMessages("pairList", {
  tooFewPairs: {
    en:
      "cannot sample {folds, number} folds of {pairs, number} pairs of one identity and as many of two: these {identities, number} identities have enough for {most, number} per fold, or {mostDisjoint, number} if no identity is in two folds; choose fewer with {pairsOption} or {foldsOption}",
    ja:
      "正例と負例が各{pairs, number}組の分割を{folds, number}個は作れません。{identities, number}アイデンティティでは1分割{most, number}組まで(アイデンティティが重ならないようにすると{mostDisjoint, number}組まで)です。{pairsOption} か {foldsOption} を減らしてください",
  },
  noListedPairs: {
    en: "cannot read the list of pairs: expected one pair per line, got none",
    ja: "ペア一覧を読めません。1行に1組が必要ですが、1組もありません",
  },
  listLengthWrong: {
    en:
      "cannot read the list of pairs: its first line announces {folds} folds of 2 x {perFold} pairs, {announced} in total, got {found}; get the list again, or remove that line to measure without folds",
    ja:
      "ペア一覧を読めません。1行目では{folds}分割、各2×{perFold}組、計{announced}組ですが、{found}組です。一覧を入手し直すか、その行を消して分割なしで測定してください",
  },
  listLineWrong: {
    en:
      'cannot read line {line} of the list of pairs: expected "name i j", "name1 i name2 j", or "path1 path2 0|1", with tabs, commas or blanks between the fields, got "{found}"',
    ja:
      'ペア一覧の{line}行目を読めません。タブ、コンマ、空白のどれかで区切った "name i j"、"name1 i name2 j"、"path1 path2 0|1" のいずれかが必要ですが、"{found}" です',
  },
});
