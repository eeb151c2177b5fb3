import { defineMessages } from "../../../language/define_messages.ts";

/** What the pages of reports say around their sections, and lists and tables in several sections. */
export const pageMessages = defineMessages("report.page", {
  contents: { en: "Contents", ja: "目次" },
  more: { en: "{count, number} more", ja: "ほか{count, number}件" },
  filesLeftOut: { en: "Files left out", ja: "除外したファイル" },
  notDecoded: { en: "Images that could not be decoded", ja: "デコードできなかった画像" },
  duplicates: {
    en: "The same image twice in an identity",
    ja: "1つのアイデンティティに重複する画像",
  },
  conflicts: {
    en: "The same image in different identities",
    ja: "複数のアイデンティティにまたがる同じ画像",
  },
  listTitle: { en: "{title}: {count, number}", ja: "{title}: {count, number}" },
  path: { en: "path", ja: "パス" },
  reason: { en: "reason", ja: "理由" },
  copies: { en: "same as", ja: "同じ画像" },
});
