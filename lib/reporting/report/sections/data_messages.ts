import { defineMessages } from "../../../language/define_messages.ts";

/** What reports say of their data. */
export const dataMessages = defineMessages("report.data", {
  heading: { en: "Data", ja: "学習に使ったデータ" },
  folder: { en: "Folder", ja: "フォルダー" },
  part: { en: "part", ja: "区分" },
  train: { en: "training", ja: "訓練" },
  validation: { en: "validation", ja: "検証" },
  test: { en: "test", ja: "テスト" },
  trainPurpose: { en: "to train the model", ja: "学習" },
  validationPurpose: {
    en: "to choose the epoch and the threshold",
    ja: "エポックと閾値の選択",
  },
  bothPurposes: {
    en: "to choose the epoch and the threshold, and to measure the results in this report",
    ja: "エポックと閾値の選択、およびこのレポートの数値の測定",
  },
  testPurpose: {
    en: "to measure the results in this report",
    ja: "このレポートの数値の測定",
  },
  fromFolder: { en: "{purpose}, from {folder}", ja: "{purpose}({folder} より)" },
  identities: { en: "identities", ja: "アイデンティティ" },
  images: { en: "images", ja: "画像" },
  positivePairs: { en: "positive pairs", ja: "正例ペア" },
  negativePairs: { en: "negative pairs", ja: "負例ペア" },
  disjoint: {
    en: "Each identity is in one part only.",
    ja: "アイデンティティ単位で分けてあり、2つの区分にまたがるものはありません。",
  },
});

/** What a report on a verified folder says of it. */
export const folderMessages = defineMessages("report.folder", {
  heading: { en: "Data", ja: "測定したデータ" },
  folder: { en: "folder", ja: "フォルダー" },
  run: { en: "run of the model", ja: "モデル(学習結果のフォルダー)" },
  missingPairs: { en: "listed pairs left out", ja: "一覧のうち除外したペア" },
  crossValidation: { en: "cross-validated accuracy", ja: "交差検証の正解率" },
  crossValidationValue: {
    en: "{accuracy}, standard error {error}, {folds, plural, one {# fold} other {# folds}}",
    ja: "{accuracy}(標準誤差{error}、{folds, number}分割)",
  },
  openSet: { en: "open-set identification", ja: "オープンセット識別" },
  openSetValue: {
    en:
      "{gallery, plural, one {# known identity} other {# known identities}}; {known, plural, one {# image} other {# images}} of known and {unknown, plural, one {# image} other {# images}} of unknown identities to identify",
    ja:
      "登録{gallery, number}アイデンティティ、照合する画像は登録者{known, number}枚と未登録者{unknown, number}枚",
  },
  rankOne: {
    en: "identification rate at rank 1 for known identities",
    ja: "登録者の中での1位認識率",
  },
  dir: {
    en: "detection and identification rate at FAR {far} for unknown identities",
    ja: "未登録者の{far}を誰かと誤るときの認識率",
  },
});
