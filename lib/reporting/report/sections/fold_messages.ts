import { defineMessages } from "../../../language/define_messages.ts";

/** What reports say of cross-validation. */
export const foldMessages = defineMessages("report.folds", {
  heading: { en: "Folds", ja: "フォールド(交差検証)" },
  explanation: {
    en:
      "Every identity is in one fold, and a model that trained on the other folds measures it, after the epoch that the other folds found best. The metrics pool the pairs within folds. The model of this run then trained on all identities for {epochs, plural, one {# epoch} other {# epochs}}, the number that all folds together found best.",
    ja:
      "アイデンティティは、それぞれ1つのフォールドに入っています。各フォールドは、ほかのフォールドで学習したモデルで、ほかのフォールドの結果が最良だったエポックで測定しました。数値は、フォールド内のペアをすべて集めたものです。このモデルは、全フォールドの結果が最良だったエポック数({epochs, number})だけ、全アイデンティティで学習したものです。",
  },
  spread: {
    en: "The folds have a mean AUC of {mean}, with a standard deviation of {deviation}.",
    ja: "フォールドのAUCは、平均 {mean}、標準偏差 {deviation} です。",
  },
  approximate: {
    en:
      "The threshold is chosen on the pairs of all folds, and of each fold with identities that its model trained on. Its rates are those of each fold at the threshold that the other folds choose. They belong to the models of the folds; for the model of this run, which has seen more identities, they are approximate.",
    ja:
      "閾値は、全フォールドのペアと、各フォールドとそのモデルの学習に使ったアイデンティティとのペアから選びました。その率は、ほかのフォールドが選ぶ閾値で各フォールドを測定したものです。これらは各フォールドのモデルの値で、より多くのアイデンティティで学習したこのモデルでは、おおよその値です。",
  },
  fold: { en: "fold", ja: "フォールド" },
  identities: { en: "identities", ja: "アイデンティティ" },
  epoch: { en: "measured after epoch", ja: "測定したエポック" },
  trainPurpose: {
    en: "to train the model; measured in folds",
    ja: "学習。測定はフォールドごと",
  },
  measured: {
    en:
      "Measured on {identities, plural, one {# identity} other {# identities}} ({images, plural, one {# image} other {# images}}) in {folds, number} folds, each by a model that has not seen it: {positives, number} positive and {negatives, number} negative pairs.",
    ja:
      "{identities, number}アイデンティティ(画像{images, number}枚)を{folds, number}個のフォールドに分け、それぞれを、それを学習していないモデルで測定しました(同一のペア{positives, number}組、異なるペア{negatives, number}組)。",
  },
  farOfTarget: {
    en: "of each fold, at the threshold that the other folds choose for {target}",
    ja: "ほかのフォールドで{target}を目標に選んだ閾値での、各フォールドの実測値",
  },
  thresholdNote: {
    en:
      "Each threshold is chosen for the target FAR on the pairs of all folds, and of each fold with identities that its model trained on. The other rates are those of each fold at the threshold that the other folds choose.",
    ja:
      "左端の目標値に合わせて、全フォールドのペア(学習に使ったアイデンティティとのペアを含む)で選んだ閾値と、ほかのフォールドで選んだ閾値での各フォールドの実測値。",
  },
  bestEpoch: {
    en:
      "The model trained on all identities for {epochs, plural, one {# epoch} other {# epochs}}. Of the epochs that the schedule lets win, those after the learning rate has fallen, the mean validation AUC of the folds is best there: {auc}. AUC and EER are means of the folds.",
    ja:
      "モデルは全アイデンティティで{epochs, number}エポック学習しました。選択の対象になるエポック(学習率が下がった後)のうち、フォールドの検証AUCの平均が最も高い回数です(AUC {auc})。AUCとEERはフォールドの平均です。",
  },
});
