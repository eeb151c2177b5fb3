import { defineMessages } from "../../../language/define_messages.ts";

/** What the summary of a report says. */
export const summaryMessages = defineMessages("report.summary", {
  heading: { en: "Results", ja: "結果" },
  rates: {
    en:
      "At its threshold of {threshold}, the model accepts {accepted, number} of {positives, number} pairs of the same identity and {mistaken, number} of {negatives, number} pairs of different identities.",
    ja:
      "閾値{threshold}のとき、同一のペア{positives, number}組のうち{accepted, number}組を同一と判定し、異なるペア{negatives, number}組のうち{mistaken, number}組を誤って同一と判定します。",
  },
  noFalseAccepts: {
    en:
      "At its threshold of {threshold}, the model accepts {accepted, number} of {positives, number} pairs of the same identity, and none of the {negatives, number} pairs of different identities. Its false accept rate is below {bound} with 95% confidence.",
    ja:
      "閾値{threshold}のとき、同一のペア{positives, number}組のうち{accepted, number}組を同一と判定し、異なるペア{negatives, number}組を一度も誤って同一と判定しませんでした(95%の信頼度で、他人受入率は{bound}未満です)。",
  },
  measuredOnTest: {
    en:
      "Measured on {identities, plural, one {# identity} other {# identities}} ({images, plural, one {# image} other {# images}}, {positives, number} positive and {negatives, number} negative pairs) that took no part in training or in the choice of epoch and threshold.",
    ja:
      "訓練にも、エポックと閾値の選択にも使っていない{identities, number}アイデンティティ(画像{images, number}枚、同一のペア{positives, number}組、異なるペア{negatives, number}組)で測定しました。",
  },
  measuredOnValidation: {
    en:
      "Measured on {identities, plural, one {# identity} other {# identities}} ({images, plural, one {# image} other {# images}}, {positives, number} positive and {negatives, number} negative pairs) that took no part in training, but in the choice of epoch and threshold.",
    ja:
      "訓練には使っていませんが、エポックと閾値の選択に使った{identities, number}アイデンティティ(画像{images, number}枚、同一のペア{positives, number}組、異なるペア{negatives, number}組)で測定しました。",
  },
  measuredOnSeen: {
    en:
      "Measured on {identities, plural, one {# test identity} other {# test identities}} ({images, plural, one {# image} other {# images}}, {positives, number} positive and {negatives, number} negative pairs), some of which training may know.",
    ja:
      "テスト用の{identities, number}アイデンティティ(画像{images, number}枚、同一のペア{positives, number}組、異なるペア{negatives, number}組)で測定しました。学習に使われたものを含む可能性があります。",
  },
  measuredOnFolder: {
    en:
      "Measured on {identities, plural, one {# identity} other {# identities}} of this folder ({images, plural, one {# image} other {# images}}, {positives, number} positive and {negatives, number} negative pairs).",
    ja:
      "このフォルダーの{identities, number}アイデンティティ(画像{images, number}枚、同一のペア{positives, number}組、異なるペア{negatives, number}組)で測定しました。",
  },
  intervals: {
    en:
      "The 95% confidence intervals come from {replicates, number} bootstrap samples of these {identities, plural, one {# identity} other {# identities}}. If you measure many sets of as many identities, about 95 of 100 such intervals hold the value for all identities of their kind. The value of a single other set can lie outside.",
    ja:
      "95%信頼区間は、この{identities, number}アイデンティティの復元抽出{replicates, number}回から求めました。同じ数のアイデンティティを選んで何度も測定すると、100回のうち約95回は、同種のアイデンティティ全体での値が信頼区間に入ります。別の1回の測定値は、この範囲の外に出ることもあります。",
  },
  interval: { en: "95% interval {lower} to {upper}", ja: "95%信頼区間 {lower}〜{upper}" },
  noInterval: {
    en: "too few identities for an interval",
    ja: "アイデンティティが少なく信頼区間なし",
  },
  unsupported: { en: "not enough negative pairs", ja: "負例ペアが足りません" },
  tar: { en: "TAR at FAR {far}", ja: "他人受入率{far}での本人受入率" },
  tarMeaning: {
    en: "true accept rate where the false accept rate is this low",
    ja: "他人受入率をここまで抑えたときに、同一のペアを同一と判定できる割合",
  },
  threshold: { en: "Threshold", ja: "閾値" },
  thresholdMeaning: {
    en: "lowest cosine similarity of two images that the model accepts as the same identity",
    ja: "コサイン類似度がこれ以上なら同一と判定",
  },
  far: { en: "False accept rate", ja: "他人受入率(FAR)" },
  farOfTarget: {
    en: "at the threshold, which was chosen for {target} on validation",
    ja: "検証データで{target}を目標に選んだ閾値での実測値",
  },
  farOfNamed: {
    en: 'at the threshold "{name}", which was chosen for {target} on the folder "{folder}"',
    ja: 'フォルダー "{folder}" で{target}を目標に選んだ閾値「{name}」での実測値',
  },
  farOfRequest: { en: "at the requested threshold", ja: "指定された閾値での実測値" },
  frr: { en: "False reject rate", ja: "本人拒否率(FRR)" },
  frrMeaning: { en: "at the same threshold", ja: "同じ閾値での実測値" },
});
