import { defineMessages } from "../../lib/language/mod.ts";

/** What `deno task train` shows. */
export const trainingMessages = defineMessages("train", {
  // While it trains.
  preset: { en: "preset {name}: {note}", ja: "プリセット {name}: {note}" },
  sampling: { en: "making faces", ja: "顔画像を作成中" },
  sampled: {
    en: "{count, plural, one {# image} other {# images}}",
    ja: "画像{count, number}枚",
  },
  sampleSet: {
    en: "made a sample set of faces in {folder} in {seconds} s",
    ja: "サンプルの顔画像を {folder} に作成しました({seconds}秒)",
  },
  stopping: {
    en: "stopping after this step; saving the run",
    ja: "このステップで停止し、途中結果を保存します",
  },
  downloading: { en: "downloading", ja: "ダウンロード中" },
  downloaded: { en: "{done} of {total} MB", ja: "{done} / {total} MB" },
  data: {
    en:
      "{images, plural, one {# image} other {# images}} of {identities, plural, one {# identity} other {# identities}}: {train, number} to train, {validation, number} to validate, {test, number} to test",
    ja:
      "{identities, number}アイデンティティ、画像{images, number}枚: 訓練{train, number}、検証{validation, number}、テスト{test, number}",
  },
  dataInFolds: {
    en:
      "{images, plural, one {# image} other {# images}} of {identities, plural, one {# identity} other {# identities}} in {folds, number} folds, each to be measured by a model that trains on the other folds",
    ja:
      "{identities, number}アイデンティティ、画像{images, number}枚を{folds, number}個のフォールドに分け、それぞれを、ほかのフォールドで学習したモデルで測定します",
  },
  fold: {
    en: "fold {fold, number} of {folds, number}",
    ja: "フォールド{fold, number}/{folds, number}",
  },
  allFolds: {
    en:
      "training on all identities, for as many epochs as the folds found best; validation is the mean of the folds",
    ja:
      "全アイデンティティで、フォールドの結果が最良だったエポック数だけ学習します(検証の数値はフォールドの平均)",
  },
  leftOut: { en: "left out {path}: {reason}", ja: "除外 {path}: {reason}" },
  leftOutMore: {
    en: "left out {count, number} more; deno task estimate-pairs lists all",
    ja: "ほか{count, number}件を除外(deno task estimate-pairs で全件)",
  },
  warning: { en: "warning: {message}", ja: "警告: {message}" },
  conflict: {
    en: "warning: the same image in two identities: {paths}",
    ja: "警告: 同じ画像が2つのアイデンティティに入っています: {paths}",
  },
  backend: { en: "computing on {name}: {reason}", ja: "{name} で計算します({reason})" },
  weights: {
    en: "{count, plural, one {# tensor} other {# tensors}} from {path}",
    ja: "{path} からテンソルを{count, number}個読み込みました",
  },
  weightsIgnored: {
    en:
      "{count, plural, one {# tensor} other {# tensors}} from {path}; the model does not have {ignored, plural, one {# other} other {# others}}",
    ja:
      "{path} からテンソルを{count, number}個読み込みました({ignored, number}個はモデルに無いため使いません)",
  },
  training: { en: "training", ja: "学習中" },
  imagesPerSecond: { en: "{count} images/s", ja: "{count}枚/秒" },
  loss: { en: "loss {loss}", ja: "損失 {loss}" },
  active: { en: "active {percent} %", ja: "有効 {percent} %" },
  timeLeft: { en: "{time} left", ja: "残り {time}" },
  epoch: {
    en: "epoch {epoch}: loss {loss}, active {active} %, validation AUC {auc}, EER {eer} %",
    ja: "エポック{epoch}: 損失 {loss}、有効 {active} %、検証AUC {auc}、EER {eer} %",
  },
  bestEpoch: { en: "{epoch}, best so far", ja: "{epoch}(これまでで最良)" },
  keptEpoch: {
    en: "{epoch}, best of the last quarter, where the epoch is chosen",
    ja: "{epoch}(最後の4分の1で最良。エポックはここから選びます)",
  },
  batches: {
    en:
      "{batches, plural, one {# batch} other {# batches}} of {identities, number} identities x {images, number} images",
    ja: "{batches, number}バッチ({identities, number}アイデンティティ×{images, number}枚)",
  },
  planEpochs: {
    en:
      "{epochs, plural, one {# epoch} other {# epochs}} of {batch}: {all, plural, one {# step} other {# steps}}",
    ja: "{epochs, number}エポック、各{batch}: 計{all, number}ステップ",
  },
  planFolds: {
    en: "{plan} at most, for each of {models, number} models",
    ja: "{models, number}個のモデルのそれぞれが最大で{plan}",
  },
  minutes: {
    en: "{minutes, plural, one {# minute} other {# minutes}}",
    ja: "{minutes, number}分",
  },
  planLimited: { en: "{plan}, or {minutes}", ja: "{plan}、または{minutes}" },
  planMinutes: {
    en: "{minutes} of training, in epochs of {batch}",
    ja: "学習時間{minutes}、1エポックは{batch}",
  },
  duration: { en: "training takes {time} from here", ja: "学習は残り{time}です" },
  aboutSeconds: {
    en: "about {count, plural, one {# second} other {# seconds}}",
    ja: "約{count, number}秒",
  },
  aboutMinutes: {
    en: "about {count, plural, one {# minute} other {# minutes}}",
    ja: "約{count, number}分",
  },
  aboutHours: {
    en: "about {count, plural, one {# hour} other {# hours}}",
    ja: "約{count, number}時間",
  },
  comparingSplit: {
    en: "comparing held-out images with others: {percent} %",
    ja: "検証・テスト画像をほかの画像と照合中: {percent} %",
  },
  measuring: {
    en: "measuring on the held-out identities",
    ja: "テスト用アイデンティティで測定します",
  },
  reporting: { en: "writing the report", ja: "レポートを作成します" },
  skipped: { en: "skipped {path}: {reason}", ja: "スキップ {path}: {reason}" },

  // The stages of a measurement.
  embedding: {
    en: "embedding: {done, number} of {total, plural, one {# image} other {# images}}",
    ja: "埋め込みの計算: {total, number}枚中{done, number}枚",
  },
  comparing: {
    en: "comparing: {done, number} of {total, plural, one {# image} other {# images}}",
    ja: "比較: {total, number}枚中{done, number}枚",
  },
  resampling: {
    en:
      "confidence intervals: {done, number} of {total, plural, one {# resample} other {# resamples}}",
    ja: "信頼区間の計算: {total, number}回中{done, number}回",
  },
  enrolling: {
    en: "enrolling: {done, number} of {total, plural, one {# identity} other {# identities}}",
    ja: "登録して照合: {total, number}アイデンティティ中{done, number}",
  },

  // When it is done.
  run: { en: "run", ja: "学習結果" },
  trained: { en: "training time", ja: "学習時間" },
  seconds: { en: "{seconds} s", ja: "{seconds}秒" },
  stopped: {
    en: "{seconds} s, stopped; continue with --resume",
    ja: "{seconds}秒で停止(--resume で再開)",
  },
  best: { en: "best epoch", ja: "最良のエポック" },
  bestAuc: { en: "{epoch}, validation AUC {auc}", ja: "{epoch}(検証AUC {auc})" },
  test: { en: "test", ja: "テスト" },
  measuredOnValidation: {
    en: "measured on validation, no test",
    ja: "検証データで測定(テストなし)",
  },
  testSize: {
    en:
      "{identities, plural, one {# identity} other {# identities}}, {images, plural, one {# image} other {# images}}",
    ja: "{identities, number}アイデンティティ、画像{images, number}枚",
  },
  bestOfFolds: {
    en: "{epoch}, mean validation AUC of the folds {auc}",
    ja: "{epoch}(フォールドの検証AUCの平均 {auc})",
  },
  measured: { en: "measured", ja: "測定" },
  sizeInFolds: {
    en:
      "{identities, plural, one {# identity} other {# identities}}, {images, plural, one {# image} other {# images}}, in {folds, number} folds, each by a model that has not seen it",
    ja:
      "{identities, number}アイデンティティ、画像{images, number}枚({folds, number}個のフォールドに分け、それぞれを、それを学習していないモデルで測定)",
  },
  aucOfFolds: { en: "AUC of each fold", ja: "フォールドごとのAUC" },
  meanOfFolds: {
    en: "{aucs}; mean {mean}, standard deviation {deviation}",
    ja: "{aucs}(平均 {mean}、標準偏差 {deviation})",
  },
  thresholdOfFolds: {
    en:
      "The threshold and its rates are those of the folds' models. For this model, which trained on all identities, they are approximate.",
    ja:
      "閾値とその率は、各フォールドのモデルのものです。全アイデンティティで学習したこのモデルでは、おおよその値です。",
  },
  fewNegatives: { en: "too few negative pairs", ja: "負例ペア不足" },
  next: {
    en: "Now compare two images: deno task verify A.jpg B.jpg --model {run}",
    ja: "2枚の画像を比べるには: deno task verify A.jpg B.jpg --model {run}",
  },
});
