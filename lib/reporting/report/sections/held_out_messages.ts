import { defineMessages } from "../../../language/define_messages.ts";

/** What reports say of the metrics on held-out images. */
export const heldOutMessages = defineMessages("report.heldOut", {
  heading: { en: "Verification performance", ja: "照合の性能" },
  roc: { en: "ROC", ja: "ROC曲線" },
  rocMeaning: {
    en: "True accept rate at each false accept rate; AUC {auc}. Higher and further left is better.",
    ja: "他人受入率ごとに、同一のペアをどれだけ認識できるか。AUC {auc}。左上にあるほど良い。",
  },
  precisionRecall: { en: "Precision and recall", ja: "適合率-再現率曲線" },
  precisionRecallMeaning: {
    en:
      "Fraction of accepted pairs that are correct, as more of the positive pairs are accepted; average precision {averagePrecision}.",
    ja:
      "受け入れる同一のペアを増やすとき、受け入れたペアのどれだけが正しいか。平均適合率 {averagePrecision}。",
  },
  det: { en: "DET", ja: "DET曲線" },
  detMeaning: {
    en:
      "False reject rate against false accept rate, equal at {eer}. Lower and further left is better.",
    ja: "2種類の誤りの兼ね合い。両者は{eer}で等しくなる。左下にあるほど良い。",
  },
  histogram: { en: "Similarities", ja: "類似度の分布" },
  histogramMeaning: {
    en:
      "How similar pairs of the same identity and of different identities are. Where they overlap, no threshold avoids errors.",
    ja: "同一のペアと異なるペアの類似度。重なるところでは、どの閾値でも誤りが出る。",
  },
  tarTable: {
    en: "True accept rate at a given false accept rate",
    ja: "他人受入率を決めたときの本人受入率",
  },
  far: { en: "FAR", ja: "他人受入率" },
  tar: { en: "TAR", ja: "本人受入率" },
  frr: { en: "FRR", ja: "本人拒否率" },
  interval: { en: "95% interval", ja: "95%信頼区間" },
  tooFewPairs: { en: "too few pairs", ja: "ペア不足" },
  thresholdTable: { en: "Which threshold?", ja: "閾値の選び方" },
  thresholdNote: {
    en:
      "Each threshold is chosen on validation for the target FAR. The other rates are measured at that threshold.",
    ja: "左端の目標値に合わせて検証データで選んだ閾値と、その閾値での実測値。",
  },
  thresholdInUse: { en: "in use", ja: "使用中" },
  folderThreshold: { en: "for this folder", ja: "このフォルダー用" },
  folderThresholdNote: {
    en:
      "The threshold for this folder is chosen for a FAR of {target}{raised, select, yes {, the smallest that its negative pairs support} other {}}. Its rates are cross-fitted: each pair is judged by a threshold that its identities had no part in.",
    ja:
      "このフォルダーに合う閾値は、他人受入率{target}{raised, select, yes {(負例ペアで裏付けられる最小の値)} other {}}を目標に選んだものです。誤り率は交差推定で、どのペアも、そのアイデンティティを除いて選んだ閾値で判定しています。",
  },
  keepWith: { en: "To keep it in the model:", ja: "モデルに保存するコマンド:" },
  keptAs: { en: 'It is in the model as "{name}".', ja: "モデルに「{name}」として保存しました。" },
  targetFar: { en: "target FAR", ja: "目標の他人受入率" },
  threshold: { en: "threshold", ja: "閾値" },
  otherMetrics: { en: "Other metrics", ja: "その他の指標" },
  metric: { en: "metric", ja: "指標" },
  value: { en: "value", ja: "値" },
});
