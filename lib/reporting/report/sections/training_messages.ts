import { defineMessages } from "../../../language/define_messages.ts";

/** What a report says of the epochs of a run. */
export const trainingMessages = defineMessages("report.training", {
  heading: { en: "Training", ja: "学習の経過" },
  bestEpoch: {
    en:
      "The model has the weights of epoch {epoch, number} of {epochs, number}, the best by validation AUC: {auc}.",
    ja:
      "全{epochs, number}エポックのうち、検証データのAUCが最も高い第{epoch, number}エポックの重みを採用しました(AUC {auc})。",
  },
  table: { en: "All epochs as a table", ja: "全エポックの表" },
  epoch: { en: "epoch", ja: "エポック" },
  loss: { en: "loss", ja: "損失" },
  auc: { en: "AUC", ja: "AUC" },
  eer: { en: "EER", ja: "EER" },
  activeFraction: { en: "active", ja: "有効" },
  learningRate: { en: "learning rate", ja: "学習率" },
  imagesPerSecond: { en: "images/s", ja: "画像/秒" },
  miner: { en: "miner", ja: "マイナー" },
});
