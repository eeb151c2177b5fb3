import { defineMessages } from "../../../language/define_messages.ts";

/** What a report says of the size of the data. */
export const estimateMessages = defineMessages("report.estimate", {
  heading: { en: "Size of the data", ja: "データの規模" },
  source: {
    en: "Totals over all parts, as estimate-pairs shows them.",
    ja: "estimate-pairs による、全区分の集計です。",
  },
  imagesPerIdentity: { en: "images per identity", ja: "アイデンティティあたりの画像" },
  spread: {
    en: "minimum {min, number}, median {median, number}, maximum {max, number}",
    ja: "最小{min, number}、中央値{median, number}、最大{max, number}",
  },
  imbalance: { en: "imbalance (maximum / minimum)", ja: "不均衡(最大÷最小)" },
  singletons: { en: "identities with one image", ja: "画像が1枚だけのアイデンティティ" },
  triplets: { en: "triplets", ja: "トリプレット" },
  positivePairsPerBatch: { en: "positive pairs per batch", ja: "1バッチあたりの正例ペア" },
  negativePairsPerBatch: { en: "negative pairs per batch", ja: "1バッチあたりの負例ペア" },
  tripletsPerBatch: { en: "triplets per batch", ja: "1バッチあたりのトリプレット" },
  batchesPerEpoch: { en: "batches per epoch", ja: "1エポックのバッチ数" },
  scope: { en: "size by number of identities", ja: "アイデンティティ数から見た規模" },
  small: { en: "small", ja: "小規模" },
  medium: { en: "medium", ja: "中規模" },
  large: { en: "large", ja: "大規模" },
  nextScope: {
    en: "{scope}; {missing, plural, one {# more identity} other {# more identities}} to {next}",
    ja: "{scope}({next}まであと{missing, number})",
  },
  twiceTheImages: {
    en: "positive pairs with twice the images",
    ja: "画像を2倍にした場合の正例ペア",
  },
  twiceTheIdentities: {
    en: "positive pairs with twice the identities",
    ja: "アイデンティティを2倍にした場合の正例ペア",
  },
  smallestFar: {
    en: "smallest false accept rate that the test part can measure",
    ja: "テストデータで測定できる最小の他人受入率",
  },
});
