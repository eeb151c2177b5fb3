import { defineMessages } from "../language/define_messages.ts";

/** What the verdict on two images says to people. */
export const verdictMessages = defineMessages("verify", {
  same: { en: "same", ja: "同一" },
  different: { en: "different", ja: "異なる" },
  butClose: { en: "{verdict}, but close", ja: "{verdict}(僅差)" },
  closeVerdict: {
    en:
      "The verdict is close: the similarity is within the interval of the threshold, so other identities to choose it by could have turned the verdict around.",
    ja:
      "僅差の判定です。類似度が閾値の信頼区間に入っているので、閾値を選ぶアイデンティティが違えば逆の判定もありえます。",
  },
  thresholdInterval: {
    en: "In parentheses: the 95 % confidence interval of the threshold.",
    ja: "かっこ内は閾値の95%信頼区間です。",
  },
  thresholdIntervalOfFew: {
    en:
      "In parentheses: the 95 % confidence interval of the threshold, which was chosen on only {identities, plural, one {# identity} other {# identities}}.",
    ja:
      "かっこ内は閾値の95%信頼区間です。閾値は{identities, number}アイデンティティだけで選ばれています。",
  },
  namedFolder: { en: 'the folder "{folder}"', ja: 'フォルダー "{folder}"' },
  testIdentities: {
    en: "the model's test identities",
    ja: "モデルのテスト用アイデンティティ",
  },
  foldIdentities: {
    en:
      "identities that models like this one had not seen (approximate: this model was then trained on all of them)",
    ja:
      "同じように学習した、それらを見ていないモデルのアイデンティティ(このモデルは、その後に全員で学習したので、おおよその値です)",
  },
  validationIdentities: {
    en: "the validation identities, which also chose the epoch and the threshold",
    ja: "エポックと閾値も選んだ検証用アイデンティティ",
  },
  provisional: {
    en:
      "This run has not ended: its model is the best so far. The rates are those of the validation identities, and flatter it.",
    ja:
      "この学習は終わっていません。これまでで最良のモデルです。率は検証用アイデンティティでの値なので、実力より良く出ます。",
  },
});
