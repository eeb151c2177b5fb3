import { defineMessages } from "../../lib/language/mod.ts";

/** Texts of `estimate-pairs`. */
export const estimateMessages = defineMessages("estimate", {
  nothing: {
    en:
      "nothing to estimate: expected a folder, or both --ids and --images to plan one; see --help",
    ja:
      "見積もるものがありません。フォルダーか、計画のための --ids と --images の両方を指定してください(--help 参照)",
  },

  identities: { en: "identities", ja: "アイデンティティ" },
  images: { en: "images", ja: "画像" },
  imagesPerIdentity: { en: "images per identity", ja: "アイデンティティあたりの画像" },
  spread: {
    en: "{min} min, {median} median, {max} max",
    ja: "最小{min}、中央値{median}、最大{max}",
  },
  imbalance: { en: "imbalance (max / min)", ja: "不均衡(最大÷最小)" },
  singletons: { en: "identities with one image", ja: "画像が1枚だけのアイデンティティ" },
  positivePairs: { en: "positive pairs", ja: "正例ペア" },
  negativePairs: { en: "negative pairs", ja: "負例ペア" },
  triplets: { en: "triplets", ja: "トリプレット" },
  positivePairsPerBatch: { en: "positive pairs per batch", ja: "1バッチの正例ペア" },
  negativePairsPerBatch: { en: "negative pairs per batch", ja: "1バッチの負例ペア" },
  tripletsPerBatch: { en: "triplets per batch", ja: "1バッチのトリプレット" },
  batch: { en: "batch of training", ja: "学習のバッチ" },
  batchShape: {
    en:
      "{images, plural, one {# image} other {# images}}: {identities, number} identities x {perIdentity, number}",
    ja: "画像{images, number}枚({identities, number}アイデンティティ×{perIdentity, number}枚)",
  },
  epochs: { en: "epochs of training", ja: "学習のエポック数" },
  epochsOfBatches: {
    en:
      "{epochs, number}, each of {batches, plural, one {# batch} other {# batches}}: {all, plural, one {# batch} other {# batches}}",
    ja: "{epochs, number}(各{batches, number}バッチ、計{all, number}バッチ)",
  },
  scope: { en: "scope by identities", ja: "アイデンティティ数から見た規模" },
  scopeAndNext: {
    en: "{scope}; {missing, number} more for {next} ({from, number})",
    ja: "{scope}({next}の{from, number}まであと{missing, number})",
  },
  small: { en: "small", ja: "小規模" },
  medium: { en: "medium", ja: "中規模" },
  large: { en: "large", ja: "大規模" },
  train: { en: "proposed for training", ja: "分割案: 訓練" },
  validation: { en: "proposed for validation", ja: "分割案: 検証" },
  test: { en: "proposed for test", ja: "分割案: テスト" },
  part: {
    en:
      "{identities, plural, one {# identity} other {# identities}}, {images, plural, one {# image} other {# images}}",
    ja: "{identities, number}アイデンティティ、画像{images, number}枚",
  },
  testNegatives: { en: "negative pairs of the test", ja: "テストの負例ペア" },
  smallestFar: { en: "smallest false accept rate", ja: "裏付けられる最小の他人受入率" },

  leftOut: { en: "Left out", ja: "除外したファイル" },
  duplicates: {
    en: "Warning: the same bytes twice in one identity",
    ja: "警告: 1つのアイデンティティに重複する画像",
  },
  conflicts: {
    en: "Label conflict: the same bytes in two identities",
    ja: "ラベルの矛盾: 2つのアイデンティティにまたがる同じ画像",
  },
  notes: { en: "Layout of the folder", ja: "フォルダーの構成" },
  toTrain: {
    en: "To train with these batches and this split: {command}",
    ja: "このバッチと分割で学習するには: {command}",
  },
  toFold: {
    en:
      "To measure on all identities instead of {heldOut, number}, with {folds, number} more models: {command}",
    ja:
      "{heldOut, number}アイデンティティではなく全員で測定するには(学習するモデルが{folds, number}個増えます): {command}",
  },
  problems: { en: "Problems for training", ja: "学習の妨げになるもの" },

  aboutScope: {
    en:
      "Scope, after yKesamaru's article: about 1,000 identities for a small task, 1,000 to 2,000 for a medium one, 5,000 or more for a large one.",
    ja:
      "規模の目安(yKesamaru氏の記事による): 小規模は約1,000アイデンティティ、中規模は1,000〜2,000、大規模は5,000以上です。",
  },
  aboutPairs: {
    en: "Pairs count more than identities: n images of one identity make n(n-1)/2 positive pairs.",
    ja:
      "アイデンティティ数よりペア数が大切です。1アイデンティティの画像n枚から、正例ペアがn(n-1)/2組できます。",
  },
  example: {
    en:
      "{identities, number} identities x {images, number} images give {pairs, number} positive pairs from {total, number} images",
    ja:
      "{identities, number}アイデンティティ×{images, number}枚: 画像{total, number}枚から正例ペア{pairs, number}組",
  },
  yours: {
    en:
      "Yours, with {images, plural, one {# more image} other {# more images}}: {twiceTheImages, number} positive pairs if every identity has twice its images, {twiceTheIdentities, number} if there are twice the identities.",
    ja:
      "このデータに画像を{images, number}枚加えると: 各アイデンティティの画像を2倍にすれば正例ペア{twiceTheImages, number}組、アイデンティティを2倍にすれば{twiceTheIdentities, number}組になります。",
  },
  aboutSmallestFar: {
    en:
      "The smallest false accept rate is what the test identities support: if none of their negative pairs is accepted, the true rate is lower with 95% confidence. Pairs share identities, so the number of identities counts for more than that of pairs. To show a lower rate, hold out more identities.",
    ja:
      "裏付けられる最小の他人受入率は、テストのアイデンティティから言える限界です。負例ペアが1組も誤って受け入れられなければ、真の率は95%の信頼度でこれを下回ります。ペアは同じアイデンティティを共有するため、ペア数よりアイデンティティ数が効きます。もっと低い率を示すには、テストのアイデンティティを増やしてください。",
  },
});
