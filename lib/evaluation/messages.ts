import { defineMessages } from "../language/define_messages.ts";

/** What the evaluation says to people. */
export const evaluationMessages = defineMessages("evaluation", {
  notFinite: {
    en:
      "cannot measure verification: embedding {row} contains {value}, expected finite numbers; train again with a smaller learning rate",
    ja:
      "照合を測定できません。埋め込み{row}に有限の数でない {value} があります。学習率を下げて学習し直してください",
  },
  noPositivePairs: {
    en:
      "cannot measure verification: expected at least one positive pair (two images of one identity), got none; add images",
    ja:
      "照合を測定できません。正例ペア(同じアイデンティティの画像2枚)が1組以上必要ですが、ありません。画像を加えてください",
  },
  noNegativePairs: {
    en:
      "cannot measure verification: expected at least one negative pair (images of two identities), got none; add images",
    ja:
      "照合を測定できません。負例ペア(異なるアイデンティティの画像2枚)が1組以上必要ですが、ありません。画像を加えてください",
  },
  nanScores: {
    en:
      "cannot measure verification: {broken, number} of {total, number} {kind, select, positive {positive pairs} other {negative pairs}} have the similarity NaN, so the embeddings are broken; train again with a smaller learning rate",
    ja:
      "照合を測定できません。{kind, select, positive {正例ペア} other {負例ペア}}{total, number}組のうち{broken, number}組の類似度がNaNで、埋め込みが壊れています。学習率を下げて学習し直してください",
  },
  tooFewFolds: {
    en: "cannot cross-validate: expected at least 2 folds of pairs, got {folds}; add folds",
    ja: "交差検証できません。分割が2つ以上必要ですが、{folds}つです。分割を増やしてください",
  },
  emptyFold: {
    en: "cannot cross-validate: fold {fold} has no pairs; add pairs",
    ja: "交差検証できません。{fold}番目の分割が空です。ペアを加えてください",
  },
  farOutOfRange: {
    en:
      "cannot choose a threshold: expected a false accept rate above 0 and below 1, such as 0.01, got {far}",
    ja: "閾値を選べません。他人受入率は 0.01 のような、0より大きく1より小さい数ですが、{far} です",
  },
  farUnsupported: {
    en:
      "cannot use the false accept rate {far}: the identities that this model's threshold was chosen by are too few for a rate below {least}; choose {least} or more, or train on more identities",
    ja:
      "他人受入率{far}は使えません。このモデルの閾値を選んだときのアイデンティティ数では、{least}未満を裏付けられません。{least}以上を指定するか、アイデンティティを増やして学習してください",
  },
  thresholdOutOfRange: {
    en:
      "cannot use the threshold {threshold}: expected a cosine similarity from -1 to 1, such as 0.5",
    ja: "閾値{threshold}は使えません。0.5 のような、-1から1までのコサイン類似度が必要です",
  },
  operatingPointsDamaged: {
    en:
      "cannot use a threshold other than the calibrated one: the table of operating points in the model file is damaged; get the file again, or train again",
    ja:
      "既定以外の閾値は使えません。モデルの動作点の表が壊れています。モデルを入手し直すか、学習し直してください",
  },
});
