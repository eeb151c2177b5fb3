import { defineMessages } from "../../language/define_messages.ts";
import type { UserMessage } from "../../language/user_message.ts";

/** The words of the charts. */
export const chartMessages = defineMessages("charts", {
  far: { en: "false accept rate", ja: "他人受入率" },
  tar: { en: "true accept rate", ja: "本人受入率" },
  frr: { en: "false reject rate", ja: "本人拒否率" },
  precision: { en: "precision", ja: "適合率" },
  recall: { en: "recall", ja: "再現率" },
  similarity: { en: "cosine similarity", ja: "コサイン類似度" },
  pairFraction: { en: "fraction of pairs", ja: "ペアの割合" },
  epoch: { en: "epoch", ja: "エポック" },
  loss: { en: "loss", ja: "損失" },
  auc: { en: "AUC", ja: "AUC" },
  eer: { en: "EER", ja: "EER" },
  distance: { en: "distance", ja: "距離" },
  model: { en: "this model", ja: "このモデル" },
  chance: { en: "chance", ja: "ランダム" },
  interval: { en: "95% confidence interval", ja: "95%信頼区間" },
  equalErrors: { en: "equal error rates", ja: "FAR=FRR" },
  positivePairs: { en: "same identity", ja: "同一" },
  negativePairs: { en: "different identities", ja: "異なる" },
  threshold: { en: "threshold {threshold}", ja: "閾値 {threshold}" },
  bestEpoch: { en: "best epoch: {epoch, number}", ja: "最良の第{epoch, number}エポック" },
  rocTitle: { en: "ROC curve, AUC {auc}", ja: "ROC曲線、AUC {auc}" },
  precisionRecallTitle: {
    en: "Precision-recall curve, AP {averagePrecision}",
    ja: "適合率-再現率曲線、AP {averagePrecision}",
  },
  detTitle: { en: "DET curve, EER {eer}", ja: "DET曲線、EER {eer}" },
  histogramTitle: { en: "Similarities of pairs", ja: "ペアの類似度の分布" },
  lossTitle: { en: "Loss", ja: "損失" },
  aucTitle: { en: "Validation AUC", ja: "検証データのAUC" },
  eerTitle: { en: "Validation equal error rate", ja: "検証データの等価エラー率" },
  distancesTitle: { en: "Mean distances in training", ja: "訓練バッチ内の平均距離" },
  mapTitle: { en: "Embeddings in two dimensions", ja: "特徴ベクトルの2次元表示" },
  heldOutSubtitle: {
    en:
      "{identities, plural, one {# held-out identity} other {# held-out identities}}, {images, plural, one {# image} other {# images}}, {positives, number} positive and {negatives, number} negative pairs",
    ja:
      "学習に使っていない{identities, number}アイデンティティ、画像{images, number}枚、正例ペア{positives, number}組、負例ペア{negatives, number}組",
  },
  folderSubtitle: {
    en:
      "{mode}: {identities, plural, one {# identity} other {# identities}}, {images, plural, one {# image} other {# images}}, {positives, number} positive and {negatives, number} negative pairs",
    ja:
      "{mode}: {identities, number}アイデンティティ、画像{images, number}枚、正例ペア{positives, number}組、負例ペア{negatives, number}組",
  },
});

/** Names the threshold of a model in the legend of a chart. */
export function thresholdMessage(threshold: number): UserMessage {
  return chartMessages.threshold({ threshold: threshold.toFixed(3) });
}
