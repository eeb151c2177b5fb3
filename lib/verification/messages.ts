import { defineMessages } from "../language/define_messages.ts";

/** What verification says to people. */
export const verificationMessages = defineMessages("verification", {
  nothingToPair: {
    en:
      "cannot measure verification on {where}: expected at least one positive pair (two images of one identity), got none; put the images of each identity into a folder of its own",
    ja:
      "{where} では照合を測定できません。正例ペア(同じアイデンティティの画像2枚)が1組以上必要ですが、ありません。画像をアイデンティティごとのフォルダーに分けてください",
  },
  noPositivePairs: {
    en:
      "cannot measure verification on {where}: expected at least one positive pair (two images of one identity), got none; add a second image to some identities",
    ja:
      "{where} では照合を測定できません。正例ペア(同じアイデンティティの画像2枚)が1組以上必要ですが、ありません。いくつかのアイデンティティに2枚目の画像を加えてください",
  },
  noNegativePairs: {
    en:
      "cannot measure verification on {where}: expected at least one negative pair (images of two identities), got none; add identities",
    ja:
      "{where} では照合を測定できません。負例ペア(異なるアイデンティティの画像2枚)が1組以上必要ですが、ありません。アイデンティティを増やしてください",
  },
  tooManyImages: {
    en:
      "cannot compare all pairs of {where}: expected at most {most, number} images, got {found, number}; make a list of pairs with {makeList} and measure it with {list}, or name a smaller folder",
    ja:
      "{where} を総当たりで比較できません。画像は{most, number}枚までですが、{found, number}枚あります。{makeList} でペアのリストを作って {list} で渡すか、より小さなフォルダーを指定してください",
  },
  farUnsupported: {
    en:
      "cannot measure a false accept rate of {far} on {where}: it needs {needed}, got {found}; add identities{alternative}",
    ja:
      "{where} では他人受入率{far}を測定できません。{needed}が必要ですが、{found}しかありません。アイデンティティを増やしてください{alternative}",
  },
  validationFarUnsupported: {
    en:
      "cannot choose a threshold for a false accept rate of {far}: it needs {needed} in validation, got {found}; bring more with {option}{alternative}",
    ja:
      "他人受入率{far}の閾値を選べません。検証データに{needed}が必要ですが、{found}しかありません。{option} で検証データを増やしてください{alternative}",
  },
  countIdentities: {
    en: "{count, plural, one {# identity} other {# identities}}",
    ja: "アイデンティティ{count, number}個",
  },
  countNegatives: {
    en: "{count, plural, one {# negative pair} other {# negative pairs}}",
    ja: "負例ペア{count, number}組",
  },
  foldsFarUnsupported: {
    en:
      "cannot choose a threshold for a false accept rate of {far}: it needs {needed} within folds, got {found}; add identities, or take a smaller {option}{alternative}",
    ja:
      "他人受入率{far}の閾値を選べません。フォールド内に{needed}が必要ですが、{found}しかありません。アイデンティティを増やすか、{option} を小さくしてください{alternative}",
  },
  orHigherFar: {
    en: ", or choose {least} or more",
    ja: "。または{least}以上を指定してください",
  },
  listedPairsMissing: {
    en:
      'cannot verify the listed pairs: none of {pairs, plural, one {# pair} other {# pairs}} is in "{folder}", which lacks "{missing}" for example; check that the list belongs to the folder',
    ja:
      '一覧のペアを測定できません。{pairs, number}組のどれも "{folder}" にありません(例: "{missing}" が無い)。一覧とフォルダーの組み合わせを確かめてください',
  },
  allSeen: {
    en:
      'cannot measure on "{folder}": training saw all of these identities, by image or by name; name a folder of other identities, or keep these with {option}',
    ja:
      '"{folder}" では測定できません。画像または名前から見て、どのアイデンティティも学習に使われています。別のフォルダーを指定するか、{option} で含めてください',
  },
  noUnseenNegativePairs: {
    en:
      "cannot measure verification on {where}: training saw {seen, number} of its {all, number} identities, and without them no negative pair (images of two identities) is left; name a folder of other identities, or keep these with {option}",
    ja:
      "{where} では照合を測定できません。{all, number}アイデンティティのうち{seen, number}は学習に使われており、除くと負例ペア(異なるアイデンティティの画像2枚)が残りません。別のフォルダーを指定するか、{option} で含めてください",
  },
  noUnseenPositivePairs: {
    en:
      "cannot measure verification on {where}: training saw {seen, number} of its {all, number} identities, and without them no positive pair (two images of one identity) is left; name a folder of other identities, or keep these with {option}",
    ja:
      "{where} では照合を測定できません。{all, number}アイデンティティのうち{seen, number}は学習に使われており、除くと正例ペア(同じアイデンティティの画像2枚)が残りません。別のフォルダーを指定するか、{option} で含めてください",
  },
  tooFewToCalibrate: {
    en:
      "cannot choose a threshold on {where}: expected at least {least, number} identities, got {found, number}; add identities",
    ja:
      "{where} では閾値を選べません。アイデンティティが{least, number}以上必要ですが、{found, number}です。アイデンティティを増やしてください",
  },
  unknownThreshold: {
    en: 'cannot find the threshold "{name}" in the model, which has {names}; name one of those',
    ja: "モデルに閾値「{name}」がありません。{names} があります。その中から指定してください",
  },
  noNamedThreshold: {
    en:
      'cannot find the threshold "{name}" in the model, which has none under a name; choose one on a folder with {calibrate}',
    ja:
      "モデルに閾値「{name}」がありません。名前の付いた閾値はまだないので、{calibrate} でフォルダーに合わせて選んでください",
  },
  embeddingsNotFinite: {
    en:
      "cannot compare the images: the model's embeddings are not numbers, so its weights are damaged; train again",
    ja:
      "画像を比較できません。モデルの埋め込みが数値ではありません。重みが壊れているので、学習し直してください",
  },
  rates: {
    en:
      "On {where}, this threshold took {accepted} of two different identities for the same one, and {rejected} of the same identity for two different ones.",
    ja:
      "{where}では、この閾値で、異なるペアは{accepted}を誤って同一と判定し、同一のペアは{rejected}を誤って異なると判定しました。",
  },
  someOfPairs: {
    en: "{rate} of {pairs, plural, one {# pair} other {# pairs}}",
    ja: "{pairs, number}組の{rate}",
  },
  fraction: { en: "{rate} of pairs", ja: "ペアの{rate}" },
  fractionBelow: { en: "fewer than {bound} of pairs", ja: "ペアの{bound}未満" },
  noneOfPairs: {
    en: "none of {pairs, plural, one {# pair} other {# pairs}}",
    ja: "{pairs, number}組のうち0組",
  },
  noneOfManyPairs: {
    en: "none (so fewer than {bound}) of {pairs, plural, one {# pair} other {# pairs}}",
    ja: "{pairs, number}組のうち0組({bound}未満とみられます)",
  },
});
