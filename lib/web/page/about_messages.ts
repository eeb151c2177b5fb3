import { defineMessages } from "../../language/define_messages.ts";

/** What the page says about its model. */
export const aboutMessages = defineMessages("page.about", {
  heading: { en: "About this model", ja: "このモデルについて" },
  backbone: { en: "network", ja: "ネットワーク" },
  backboneValue: {
    en: "{backbone}, {size} × {size} pixels, embeddings of {dimensions, number} numbers",
    ja: "{backbone}、{size}×{size}ピクセル、埋め込み{dimensions, number}次元",
  },
  measuredOn: { en: "measured on", ja: "測定に使ったもの" },
  measuredOnTest: {
    en:
      "{identities, plural, one {# identity} other {# identities}} ({images, plural, one {# image} other {# images}}) that training never saw",
    ja: "学習に使っていない{identities, number}アイデンティティ(画像{images, number}枚)",
  },
  measuredOnValidation: {
    en:
      "{identities, plural, one {# identity} other {# identities}} ({images, plural, one {# image} other {# images}}), which also chose the threshold",
    ja: "閾値も選んだ{identities, number}アイデンティティ(画像{images, number}枚)",
  },
  measuredInFolds: {
    en:
      "{identities, plural, one {# identity} other {# identities}} ({images, plural, one {# image} other {# images}}), each by a model that had not seen it",
    ja:
      "{identities, number}アイデンティティ(画像{images, number}枚。それぞれを見ていないモデルで測定)",
  },
  limits: { en: "Where it stops", ja: "できないこと" },
  noDetection: {
    en:
      "It does not look for faces: show it images cropped as those that it was trained on. The camera takes the square in the middle.",
    ja:
      "顔などを探すことはしません。学習に使ったのと同じように切り抜いた画像を使ってください。カメラは中央の正方形を使います。",
  },
  noLiveness: {
    en: "It does not tell a person from a photo of them: a photo counts as that person.",
    ja: "本人と、本人の写真を見分けません。写真も本人とみなします。",
  },
  otherKinds: {
    en:
      "Its rates hold for images like those that it was measured on. For others, measure it on your own with Futago.",
    ja:
      "誤り率は、測定に使ったのと同じような画像でだけ成り立ちます。ほかの画像では、Futago で測定し直してください。",
  },
  version: { en: "made with Futago", ja: "作成した Futago の版" },
});
