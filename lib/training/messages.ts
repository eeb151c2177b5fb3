import { defineMessages } from "../language/define_messages.ts";

/** What a run says to people before and after its training loop. */
export const trainingMessages = defineMessages("training", {
  noTest: {
    en:
      "no identities are held out for test: the metrics are measured on the validation identities, which also choose the epoch and the threshold, so on other identities expect worse",
    ja:
      "テスト用のアイデンティティがないため、エポックと閾値の選択に使う検証データで測定します。ほかのアイデンティティでは、数値はこれより悪くなります",
  },
  partGiven: {
    en: "the data gives the {part} part, so {option} does not apply",
    ja: "{part} の分割はデータで決まっているため、{option} は使われません",
  },
  unusedIdentities: {
    en:
      "{count, plural, one {# identity of the data is} other {# identities of the data are}} not used: the data gives them to a part that another folder replaces, or that is left out",
    ja:
      "データの{count, number}アイデンティティは使われません。データで決まっている区分が、別のフォルダーに置き換えられているか、除かれているためです",
  },
  fewValidationIdentities: {
    en:
      "validation has only {identities, plural, one {# identity} other {# identities}}, so the threshold and its false accept rate depend a lot on which identities they are; bring more with {option}",
    ja:
      "検証データのアイデンティティが{identities, number}と少ないため、閾値とその他人受入率は顔ぶれに大きく左右されます。{option} で増やせます",
  },
  sampledValidation: {
    en:
      "validation has {all, number} images, too many to compare each with every other: measured on {count, number} of them, sampled evenly from {identities, plural, one {# identity} other {# identities}}",
    ja:
      "検証データの画像は{all, number}枚あり、総当たりで比べるには多すぎます。アイデンティティ{identities, number}個から均等に選んだ{count, number}枚で測定します",
  },
  sampledTest: {
    en:
      "the test part has {all, number} images, too many to compare each with every other: measured on {count, number} of them, sampled evenly from {identities, plural, one {# identity} other {# identities}}",
    ja:
      "テストデータの画像は{all, number}枚あり、総当たりで比べるには多すぎます。アイデンティティ{identities, number}個から均等に選んだ{count, number}枚で測定します",
  },
  smallerBatch: {
    en:
      "a batch has {images, number} images instead of {wanted, number}: {identities, number} identities x {perIdentity, number} images, of {training, plural, one {# training identity} other {# training identities}}",
    ja:
      "1バッチの画像を{wanted, number}枚から{images, number}枚にしました({identities, number}アイデンティティ×{perIdentity, number}枚。訓練用アイデンティティは{training, number}個です)",
  },
  cacheFailed: {
    en:
      'cannot save decoded images in "{folder}": {failure}; training continues, and decodes again what does not fit into memory; free some space there',
    ja:
      '復号した画像を "{folder}" に保存できません: {failure}。学習は続きますが、メモリーに入らない画像は毎回復号し直します。空き容量を増やしてください',
  },
  frozenBackbone: {
    en:
      "the backbone's weights are frozen at random values, which teaches the model little; start from trained ones with {weights}, or freeze nothing",
    ja:
      "バックボーンの重みを乱数のまま凍結すると、ほとんど学習できません。{weights} で学習済みの重みから始めるか、凍結をやめてください",
  },
  frozenBatchNorm: {
    en:
      "BatchNorm's statistics are frozen at their initial values, which teaches the model little; start from trained ones with {weights}, or freeze nothing",
    ja:
      "BatchNormの統計量を初期値のまま凍結すると、ほとんど学習できません。{weights} で学習済みの重みから始めるか、凍結をやめてください",
  },
  noFloat16: {
    en:
      "cannot train with {precision} f16: expected a graphics adapter with shader-f16, got {backend} ({reason}); use {precision} f32",
    ja:
      "{precision} f16 では学習できません。shader-f16 のあるグラフィックスアダプターが必要ですが、{backend} です({reason})。{precision} f32 を指定してください",
  },
  bestWeights: { en: "the weights of the best epoch", ja: "最良のエポックの重み" },
});
