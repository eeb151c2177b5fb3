import { defineMessages } from "../../../language/define_messages.ts";

/** What reports warn of. */
export const warningMessages = defineMessages("report.warnings", {
  heading: { en: "Keep in mind", ja: "注意点" },
  interrupted: {
    en: "Training stopped before its last epoch. To continue, resume the run.",
    ja: "学習は最後のエポックの前に止められました。再開すると続きから学習できます。",
  },
  higherTarget: {
    en:
      "The threshold targets a false accept rate of {target} instead of {requested}: for {requested}, validation has too few identities.",
    ja:
      "閾値は他人受入率{requested}ではなく{target}に合わせてあります。{requested}には検証データのアイデンティティが足りません。",
  },
  fewTestIdentities: {
    en:
      "There {identities, plural, one {is only # test identity} other {are only # test identities}}, so the results depend a lot on which identities they are. To hold out more, increase the setting {option}.",
    ja:
      "テストのアイデンティティが{identities, number}と少ないため、数値は顔ぶれに大きく左右されます。設定 {option} を大きくすると増やせます。",
  },
  fewIdentities: {
    en:
      "There {identities, plural, one {is only # identity} other {are only # identities}}, so the results depend a lot on which identities they are.",
    ja: "アイデンティティが{identities, number}と少ないため、数値は顔ぶれに大きく左右されます。",
  },
  conflicts: {
    en:
      "{images, plural, one {# image is} other {# images are}} in more than one identity. At least one of the labels is wrong.",
    ja:
      "{images, number}枚の画像が複数のアイデンティティに入っています。少なくとも一方のラベルは誤りです。",
  },
  copies: {
    en:
      "{images, plural, one {# held-out image has a copy or near copy} other {# held-out images have copies or near copies}} in training or validation, so the results look better than they are. See duplicates.json for a list.",
    ja:
      "訓練または検証データにも(ほぼ)同じ画像がある検証・テスト画像が{images, number}枚あり、数値が実力より良く出ます。一覧は duplicates.json にあります。",
  },
  skipped: {
    en:
      "{images, plural, one {# image was skipped because it} other {# images were skipped because they}} could not be decoded.",
    ja: "デコードできずに飛ばした画像が{images, number}枚あります。",
  },
  seenUnknown: {
    en:
      "The run has no record of the images that training used. If some of them are here, the results look better than they are.",
    ja: "学習に使われた画像の記録がありません。この中に含まれていれば、数値は実力より良く出ます。",
  },
  seenLeftOut: {
    en:
      "Training used {seen, number} of these images. The report leaves out their {identities, plural, one {# identity} other {# identities}} with {images, plural, one {# image} other {# images}}.",
    ja:
      "このうち画像{seen, number}枚は学習に使われていたため、その{identities, number}アイデンティティ(画像{images, number}枚)を除外しました。",
  },
  seenIncluded: {
    en:
      "Training used {seen, number} of these images, from {identities, plural, one {# identity} other {# identities}}, so the results look better than they are.",
    ja:
      "このうち画像{seen, number}枚({identities, number}アイデンティティ)は学習に使われており、数値は実力より良く出ます。",
  },
});
