import { defineMessages } from "../../../language/define_messages.ts";

/** What reports say of the map of embeddings. */
export const mapMessages = defineMessages("report.map", {
  heading: { en: "Map of embeddings", ja: "特徴ベクトルの分布" },
  ofTest: {
    en:
      "Embeddings of {images, plural, one {# held-out image} other {# held-out images}} of {identities, plural, one {# identity} other {# identities}} in two dimensions (UMAP).",
    ja:
      "学習に使っていない画像{images, number}枚({identities, number}アイデンティティ)の特徴ベクトル(埋め込み)をUMAPで2次元に写しました。",
  },
  ofFolder: {
    en:
      "Embeddings of {images, plural, one {# image} other {# images}} of {identities, plural, one {# identity} other {# identities}} in two dimensions (UMAP).",
    ja:
      "画像{images, number}枚({identities, number}アイデンティティ)の特徴ベクトル(埋め込み)をUMAPで2次元に写しました。",
  },
  howToRead: {
    en:
      "Images that the model finds similar are close together; they are moved slightly so that none hides another. The distance between groups means little. An image among those of another identity is worth a closer look.",
    ja:
      "モデルが似ていると見る画像が近くに並びます。重ならないように少しずらしてあります。かたまり同士の距離にはあまり意味がありませんが、別のアイデンティティに紛れた画像は要注意です。",
  },
  label: {
    en: "Map of embeddings: images with a frame in the color of their identity",
    ja: "アイデンティティごとに色分けした枠付き画像による特徴ベクトルの分布図",
  },
});

/** What reports say of the hardest pairs. */
export const hardestMessages = defineMessages("report.hardest", {
  heading: { en: "Hardest pairs", ja: "間違えやすいペア" },
  ofTest: {
    en:
      "Wrong labels show up here first: check these pairs before you train again. Each image is in at most two pairs.",
    ja:
      "ラベルの誤りはまずここに現れます。学習し直す前に、これらのペアを確かめてください。1枚の画像は2組までに限って示します。",
  },
  ofFolder: {
    en: "Wrong labels show up here first. Each image is in at most two pairs.",
    ja: "ラベルの誤りはまずここに現れます。1枚の画像は2組までに限って示します。",
  },
  positives: { en: "Same identity, least similar", ja: "同一なのに似ていないペア" },
  negatives: { en: "Different identities, most similar", ja: "異なるのに似ているペア" },
  wrong: { en: "similarity {similarity}, wrong decision", ja: "類似度 {similarity}、誤判定" },
  right: { en: "similarity {similarity}, right decision", ja: "類似度 {similarity}、正しく判定" },
  image: { en: "Image of {identity}", ja: "{identity} の画像" },
});
