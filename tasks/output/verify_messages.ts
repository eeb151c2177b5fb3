import { defineMessages } from "../../lib/language/mod.ts";

/** What `deno task verify` says to people. */
export const verifyMessages = defineMessages("verify", {
  interval: { en: "{value} ({lower} to {upper})", ja: "{value} ({lower}〜{upper})" },

  // Two images.
  twoImagesExpected: {
    en:
      "cannot compare: expected two images, got {count}; name two images, or a folder with --data; see --help",
    ja:
      "比較できません。画像が2枚必要ですが、{count}枚です。2枚を指定するか、--data でフォルダーを指定してください(--help 参照)",
  },
  imagesAndFolder: {
    en: 'cannot verify both "{image}" and --data: expected two images, or one folder',
    ja: '"{image}" と --data は同時に指定できません。画像2枚か、フォルダー1つを指定してください',
  },
  imagesAndEmbeddings: {
    en: 'cannot verify both "{image}" and --embeddings: expected two images, or one file',
    ja:
      '"{image}" と --embeddings は同時に指定できません。画像2枚か、ファイル1つを指定してください',
  },
  embeddingsNeedThreshold: {
    en:
      "cannot measure embeddings alone: expected a similarity to decide by; give --threshold, or the --model that made them",
    ja:
      "埋め込みだけでは測定できません。判定する類似度を --threshold で、または埋め込みを計算したモデルを --model で指定してください",
  },
  embeddingsOfOtherSize: {
    en:
      "cannot measure the embeddings of {found, number} dimensions with {model}: it makes {expected, number}; give the --model that made them, or --threshold",
    ja:
      "{found, number}次元の埋め込みは {model}({expected, number}次元)では測定できません。埋め込みを計算した --model か、--threshold を指定してください",
  },
  wroteMetrics: {
    en: "wrote verification.json and charts to {folder}",
    ja: "verification.json とグラフを {folder} に書き出しました",
  },
  thresholdName: { en: "name of the threshold", ja: "閾値の名前" },

  // A folder.
  verifying: { en: "verifying", ja: "測定中" },
  writingReport: { en: "writing the report", ja: "レポートを作成中" },
  imageInTwoIdentities: {
    en: "warning: the same image in two identities: {paths}",
    ja: "警告: 同じ画像が2つのアイデンティティにあります: {paths}",
  },
  wroteReport: {
    en: "wrote report.html, verification.json, and charts to {folder}",
    ja: "report.html、verification.json とグラフを {folder} に書き出しました",
  },
  mode: { en: "mode", ja: "モード" },
  identities: { en: "identities", ja: "アイデンティティ" },
  images: { en: "images", ja: "画像" },
  positivePairs: { en: "positive pairs", ja: "正例ペア" },
  negativePairs: { en: "negative pairs", ja: "負例ペア" },
  farUnsupported: {
    en: "- (needs {needed, plural, one {# identity} other {# identities}})",
    ja: "-(アイデンティティ{needed, number}個が必要)",
  },
  foldAccuracy: { en: "accuracy by folds", ja: "交差検証の正解率" },
  foldAccuracyValue: {
    en: "{accuracy} ± {error} (mean and standard error of {folds} folds)",
    ja: "{accuracy} ± {error}({folds}分割の平均と標準誤差)",
  },
  cmc: { en: "CMC at {ranks}", ja: "CMC({ranks}位まで)" },
  openSet: { en: "open set", ja: "オープンセット" },
  openSetValue: {
    en:
      "{gallery, plural, one {# known identity} other {# known identities}}, {known, plural, one {# image} other {# images}} of them to identify, {unknown, plural, one {# image} other {# images}} of unknown identities",
    ja:
      "登録{gallery, number}アイデンティティ、その照会{known, number}件、未登録の照会{unknown, number}件",
  },
  rankOneRate: { en: "DIR at rank 1", ja: "DIR(1位)" },
  dirAtFar: { en: "DIR at FAR {far}", ja: "DIR(FAR {far})" },
  intervals: {
    en:
      "In parentheses: 95 % confidence intervals, from {replicates, number} bootstrap samples of {identities, plural, one {# identity} other {# identities}}. If you measure many sets of as many identities, about 95 of 100 such intervals hold the value for all identities of their kind. The value of a single other set can lie outside.",
    ja:
      "かっこ内は95%信頼区間です({identities, number}アイデンティティの復元抽出{replicates, number}回から求めました)。同じ数のアイデンティティを選んで何度も測定すると、100回のうち約95回は、同種のアイデンティティ全体での値が信頼区間に入ります。別の1回の測定値は、この範囲の外に出ることもあります。",
  },
  enrolledTitle: {
    en: "Each identity enrolled in turn, the worst first",
    ja: "アイデンティティを1つずつ登録した場合、悪い順",
  },
  enrolled: {
    en: "{identity}: {images, plural, one {# image} other {# images}}, AUC {auc}, EER {eer}",
    ja: "{identity}: 画像{images, number}枚、AUC {auc}、EER {eer}",
  },
  enrolledWithoutPairs: {
    en: "{identity}: {images, plural, one {# image} other {# images}}, no pair to measure",
    ja: "{identity}: 画像{images, number}枚、測定できるペアなし",
  },
  skippedTitle: { en: "Skipped", ja: "スキップした画像" },
  missingPairs: {
    en: "Listed pairs left out: {count, number}",
    ja: "除外した一覧のペア: {count, number}組",
  },
  missingTitle: { en: "Listed but not in the folder", ja: "一覧にあってフォルダーに無い画像" },
  thisFolder: { en: "this folder", ja: "このフォルダー" },

  // The threshold of the folder.
  folderThreshold: { en: "threshold for these images", ja: "これらの画像に合う閾値" },
  folderFar: { en: "false accept rate to expect there", ja: "その閾値で見込まれるFAR" },
  folderFrr: { en: "false reject rate to expect there", ja: "その閾値で見込まれるFRR" },
  crossFitted: {
    en:
      "The threshold for these images is chosen for a false accept rate of {far}{raised, select, yes {, the smallest that its negative pairs support} other {}}. The rates to expect are cross-fitted: each pair is judged by a threshold that its identities had no part in.",
    ja:
      "これらの画像に合う閾値は、他人受入率{far}{raised, select, yes {(負例ペアで裏付けられる最小の値)} other {}}を目標に選んだものです。見込まれる誤り率は交差推定で、どのペアも、そのアイデンティティを除いて選んだ閾値で判定しています。",
  },
  calibrateCommand: {
    en: "To keep it in the model: {command}",
    ja: "モデルに保存するには: {command}",
  },
  kept: {
    en: 'kept the threshold "{name}" in {path}; decide by it with --threshold-name {argument}',
    ja: "閾値「{name}」を {path} に保存しました。--threshold-name {argument} で使えます",
  },

  // A list of pairs.
  pairListUnreadable: {
    en: 'cannot read the list of pairs "{path}": {reason}; check the path',
    ja: 'ペア一覧 "{path}" を読めません: {reason}。パスを確かめてください',
  },
  pairListWritten: {
    en: "wrote {pairs, number} pairs in {folds, plural, one {# fold} other {# folds}} to {path}",
    ja: "{pairs, number}組のペアを{folds, number}分割で {path} に書き出しました",
  },
  imageWithoutName: {
    en: "left out {path}: a list cannot name it",
    ja: "除外 {path}: 一覧に書けない名前です",
  },
  foldsOverlap: {
    en:
      "some identities are in more than one fold: there are too few identities to keep the folds apart",
    ja:
      "複数の分割にまたがるアイデンティティがあります。数が少なく、重ならないように分けられません",
  },
});
