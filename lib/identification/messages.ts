import { defineMessages } from "../language/define_messages.ts";

/** What identification says to people. */
export const identificationMessages = defineMessages("identification", {
  nameEmpty: {
    en: "cannot enroll: expected a name, got none; type one",
    ja: "登録できません。名前が入力されていません。名前を入力してください",
  },
  nameTooLong: {
    en: "cannot enroll: expected a name of at most {most, number} characters, got more; shorten it",
    ja: "登録できません。名前は{most, number}文字までです。短くしてください",
  },
  nameNotOneLine: {
    en:
      "cannot enroll: expected a name on one line, got characters that cannot be seen; type it again",
    ja: "登録できません。名前に改行など見えない文字が含まれています。入力し直してください",
  },
  embeddingsNotFinite: {
    en:
      "cannot identify: the model's embeddings are not numbers, so its weights are damaged; train again",
    ja:
      "識別できません。モデルの埋め込みが数値ではありません。重みが壊れているので、学習し直してください",
  },
  strangers: {
    en:
      "With {images, plural, one {# image} other {# images}} enrolled, a stranger is taken for somebody in at most about {rate} of cases (FPIR).",
    ja:
      "登録画像{images, number}枚のとき、登録されていない人を誰かと取り違えるのは、多くて約{rate}です(FPIR)。",
  },
  strangersBelow: {
    en:
      "With {images, plural, one {# image} other {# images}} enrolled, a stranger is taken for somebody in fewer than {bound} of cases (FPIR): in measurements it never happened.",
    ja:
      "登録画像{images, number}枚のとき、登録されていない人を誰かと取り違えるのは{bound}未満とみられます(FPIR。測定では一度もありませんでした)。",
  },
  missed: {
    en:
      "The price: images of one identity stay below this threshold of {threshold} in {fraction}, and then a known person counts as unknown. More images of a person help.",
    ja:
      "その代わり、同一のペアでも類似度がこの閾値{threshold}に届かないことがあり({fraction})、そのとき登録済みの人も「該当者なし」になります。画像を増やすと減ります。",
  },
  raised: {
    en:
      "{asked} was asked for, but the model was chosen on too few identities for that: its threshold is for {target}.",
    ja:
      "目標は{asked}ですが、モデルの閾値を選んだアイデンティティが足りないので、{target}に合わせた閾値です。",
  },
});
