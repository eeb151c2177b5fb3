import { defineMessages } from "../../lib/language/mod.ts";

/** Texts of lists, and of the progress of indexing. */
export const fileMessages = defineMessages("files", {
  title: { en: "{title} ({count, number}):", ja: "{title} ({count, number}):" },
  more: {
    en: "  and {count, number} more; --json lists all",
    ja: "  ほか{count, number}件(--json で全件)",
  },
  cautions: { en: "Keep in mind", ja: "注意点" },
  morePaths: { en: "{paths} and {count, number} more", ja: "{paths} ほか{count, number}件" },
  note: { en: "note: {note}", ja: "補足: {note}" },
  indexed: {
    en:
      "indexed {seen, plural, one {# file} other {# files}}, {images, plural, one {# image} other {# images}} so far",
    ja: "{seen, number}ファイルを確認、これまでに画像{images, number}枚",
  },
});
