import { defineMessages } from "../../../language/define_messages.ts";

/** What reports say of each identity. */
export const identityMessages = defineMessages("report.identities", {
  heading: { en: "Results by identity, worst first", ja: "アイデンティティ別の成績(悪い順)" },
  identity: { en: "identity", ja: "アイデンティティ" },
  images: { en: "images", ja: "画像" },
  auc: { en: "AUC", ja: "AUC" },
  frr: { en: "FRR", ja: "本人拒否率" },
  far: { en: "FAR", ja: "他人受入率" },
  similarity: { en: "mean similarity of its pairs", ja: "同一ペアの平均類似度" },
  others: {
    en: "{count, plural, one {# more identity} other {# more identities}}",
    ja: "残りの{count, number}件",
  },
});
