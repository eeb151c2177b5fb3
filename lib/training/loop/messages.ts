import { defineMessages } from "../../language/define_messages.ts";

/** What a training loop says to people. */
export const trainingLoopMessages = defineMessages("trainingLoop", {
  stopped: {
    en:
      "stopped at step {step}: NaN or infinity in {tensors}; its images were {named}; the last checkpoint before it is kept; train again with a smaller {learningRate}",
    ja:
      "ステップ{step}で停止しました。{tensors}がNaNか無限大になりました。そのときの画像は{named}です。その前の最後のチェックポイントは残っています。{learningRate} を小さくして学習し直してください",
  },
  stoppedInFloat16: {
    en:
      "stopped at step {step}: NaN or infinity in {tensors}; its images were {named}; the last checkpoint before it is kept; train again with a smaller {learningRate}, or with {precision} f32",
    ja:
      "ステップ{step}で停止しました。{tensors}がNaNか無限大になりました。そのときの画像は{named}です。その前の最後のチェックポイントは残っています。{learningRate} を小さくするか {precision} f32 を指定して、学習し直してください",
  },
  someImages: {
    en: "{named} and {more, plural, one {# more} other {# more}}, all in the run's {file}",
    ja: "{named} ほか{more, number}枚(すべて学習結果の {file} にあります)",
  },
  theLoss: { en: "the loss", ja: "損失" },
  theGradient: { en: "the gradient of {parameter}", ja: "{parameter} の勾配" },
  theParameter: { en: "the parameter {parameter}", ja: "パラメーター {parameter}" },
  both: { en: "{one}, {other}", ja: "{one}、{other}" },
  notFinite: {
    en:
      'cannot save "{run}" after {steps, plural, one {# step} other {# steps}}: expected only finite numbers, got others in {tensor}; the checkpoint before it is kept; train again with a smaller {learningRate}',
    ja:
      '{steps, number}ステップ後の "{run}" は保存できません。{tensor} にNaNか無限大があります。その前のチェックポイントは残っています。{learningRate} を小さくして学習し直してください',
  },
  otherImages: {
    en:
      'cannot resume "{run}": the images in "{folder}" are not those that it started with; put them back, or train again with another {out}',
    ja:
      '"{run}" を再開できません。"{folder}" の画像が始めたときと変わっています。元に戻すか、別の {out} で学習し直してください',
  },
  theCheckpoint: { en: 'the checkpoint of "{run}"', ja: '"{run}" のチェックポイント' },
  collapsedToPoint: {
    en:
      "the embeddings have collapsed: for {steps, plural, one {# step} other {# steps}} all images have had nearly the same embedding; look at augmented.png, whether the images differ; start again with {miner} all or semi-hard, a smaller {learningRate}, or a larger {batch}",
    ja:
      "埋め込みが潰れました。{steps, number}ステップの間、どの画像の埋め込みもほとんど同じです。画像に違いがあるかを augmented.png で確かめ、{miner} を all か semi-hard にするか、{learningRate} を小さく、または {batch} を大きくしてやり直してください",
  },
  noLoss: {
    en:
      "there is nothing to learn from: the loss has been exactly 0 since the first step, for {steps, plural, one {# step} other {# steps}}; look at augmented.png, whether the images differ, or change the loss, its margin, or the miner",
    ja:
      "学習できることがありません。最初の{steps, number}ステップの間、損失がちょうど0です。画像に違いがあるかを augmented.png で確かめるか、損失、マージン、マイナーを変えてください",
  },
  stoppedEarly: {
    en:
      "ended after {epochs, plural, one {# epoch} other {# epochs}} without a better validation AUC, as {option} asks",
    ja: "{option} の指定どおり、検証AUCが{epochs, number}エポック改善しなかったので終了します",
  },
  collapsed: {
    en:
      "the embeddings have collapsed: for {steps, plural, one {# step} other {# steps}} the loss has been the margin ({margin}) and all distances equal ({distance}); start again with {miner} all or semi-hard, a smaller {learningRate}, or a larger {batch}",
    ja:
      "埋め込みが潰れました。{steps, number}ステップの間、損失がマージン({margin})のまま、すべての距離が等しくなっています({distance})。{miner} を all か semi-hard にするか、{learningRate} を小さく、または {batch} を大きくしてやり直してください",
  },
});
