import { defineMessages } from "../../lib/language/mod.ts";

/** What `deno task embed` says to people. */
export const embedMessages = defineMessages("embed", {
  embedding: { en: "embedding", ja: "埋め込み中" },
  leftOut: { en: "left out {path}: {reason}", ja: "{path} を除外しました: {reason}" },
  leftOutMore: {
    en: "left out {count, plural, one {# more file} other {# more files}}",
    ja: "ほかに{count, number}件を除外しました",
  },
  wrote: {
    en:
      "wrote {images, plural, one {# embedding} other {# embeddings}} of {dimension, number} dimensions, of {identities, plural, one {# identity} other {# identities}}, to {files}",
    ja:
      "{identities, number}アイデンティティの画像{images, number}枚の埋め込み({dimension, number}次元)を {files} に書き出しました",
  },
});
