import { defineMessages } from "../../../language/define_messages.ts";

/** What to keep in mind about results, in reports and in the terminal. */
export const cautionMessages = defineMessages("report.warnings", {
  heading: { en: "Keep in mind", ja: "注意点" },
  folds: {
    en:
      "To measure on all identities, train with {option} {folds, number}: cross-validation, which trains {folds, number} more models.",
    ja:
      "{option} {folds, number} で学習すると、すべてのアイデンティティで測定できます(交差検証。学習するモデルが{folds, number}個増えます)。",
  },
  interrupted: {
    en: "Training stopped before its last epoch. To continue, resume the run.",
    ja: "学習は最後のエポックの前に止められました。再開すると続きから学習できます。",
  },
  provisional: {
    en:
      "The run of this model has not ended: the model is the best so far. Its own threshold was chosen and measured on the validation identities, which flatters its rates. To finish, resume the run.",
    ja:
      "このモデルの学習は終わっていません。これまでで最良のモデルです。モデル自身の閾値は検証用アイデンティティで選び、測定したものなので、その誤り率は実力より良く出ます。再開すると続きから学習できます。",
  },
  higherTarget: {
    en:
      "The threshold targets a false accept rate of {target} instead of {requested}: for {requested}, validation has too few identities.",
    ja:
      "閾値は他人受入率{requested}ではなく{target}に合わせてあります。{requested}には検証データのアイデンティティが足りません。",
  },
  fewValidationIdentities: {
    en:
      "There {identities, plural, one {is only # validation identity} other {are only # validation identities}}, so the threshold and its false accept rate depend a lot on which identities they are. To bring more, change the setting {option}.",
    ja:
      "検証データのアイデンティティが{identities, number}と少ないため、閾値とその他人受入率は顔ぶれに大きく左右されます。設定 {option} で増やせます。",
  },
  shift: {
    en:
      "These images look unlike those that the threshold was measured on: {found} of the negative pairs are as similar as the top {expected} there. The error rates there do not hold here; decide by the threshold for this folder.",
    ja:
      "これらの画像は、閾値を測定した画像と傾向が違います。そこでは上位{expected}にあたる類似度に、ここでは負例ペアの{found}が達します。そのときの誤り率は当てはまらないので、このフォルダーに合う閾値を使ってください。",
  },
  ownFolder: {
    en:
      'The threshold "{name}" was chosen on this very folder, so the error rates here are better than on other images.',
    ja:
      "閾値「{name}」はこのフォルダー自身で選んだものなので、ここでの誤り率はほかの画像より良く出ます。",
  },
  fewTestIdentities: {
    en:
      "There {identities, plural, one {is only # test identity} other {are only # test identities}}, so the results depend a lot on which identities they are. To hold out more, increase the setting {option}.",
    ja:
      "テストのアイデンティティが{identities, number}と少ないため、数値は顔ぶれに大きく左右されます。設定 {option} を大きくすると増やせます。",
  },
  noTest: {
    en:
      "No identities are held out for test. The results are measured on the validation identities, which also chose the epoch and the threshold: on other identities, expect worse. To hold some out, use the setting {option}.",
    ja:
      "テスト用のアイデンティティがありません。エポックと閾値を選んだ検証データで測定しているため、ほかのアイデンティティでは数値はこれより悪くなります。設定 {option} でテスト用に取り分けられます。",
  },
  note: { en: "Layout of the folder: {note}.", ja: "フォルダーの構成: {note}。" },
  fewIdentities: {
    en:
      "There {identities, plural, one {is only # identity} other {are only # identities}}, so the results depend a lot on which identities they are.",
    ja: "アイデンティティが{identities, number}と少ないため、数値は顔ぶれに大きく左右されます。",
  },
  veryFewTestIdentities: {
    en:
      "There {identities, plural, one {is only # test identity} other {are only # test identities}}: too few to rely on these results. To hold out more, increase the setting {option}.",
    ja:
      "テストのアイデンティティが{identities, number}だけで、数値はあてになりません。設定 {option} を大きくすると増やせます。",
  },
  veryFewIdentities: {
    en:
      "There {identities, plural, one {is only # identity} other {are only # identities}} to measure on: too few to rely on these results. Others can give very different ones.",
    ja:
      "測定に使ったアイデンティティは{identities, number}だけで、数値はあてになりません。ほかのアイデンティティでは大きく変わることがあります。",
  },
  conflicts: {
    en:
      "{images, plural, one {# image is} other {# images are}} in more than one identity. At least one of the labels is wrong, which counts against the model.",
    ja:
      "{images, number}枚の画像が複数のアイデンティティに入っています。少なくとも一方のラベルは誤りで、その分、数値は実力より悪く出ます。",
  },
  nearConflicts: {
    en:
      "{images, plural, one {# held-out image is a copy or near copy of one} other {# held-out images are copies or near copies of images}} of another identity in training or validation. If a label is wrong, that counts against the model; if one identity has two folders, the results look better than they are. See duplicates.json for a list.",
    ja:
      "訓練または検証にある別のアイデンティティの画像と(ほぼ)同じ検証・テスト画像が{images, number}枚あります。ラベルの誤りなら数値は実力より悪く、1つのアイデンティティが2つのフォルダーに分かれているなら良く出ます。一覧は duplicates.json にあります。",
  },
  copies: {
    en:
      "{images, plural, one {# held-out image has a copy or near copy} other {# held-out images have copies or near copies}} in training or validation, so the results look better than they are. See duplicates.json for a list.",
    ja:
      "訓練または検証データにも(ほぼ)同じ画像がある検証・テスト画像が{images, number}枚あり、数値が実力より良く出ます。一覧は duplicates.json にあります。",
  },
  copiesWithin: {
    en:
      "{images, plural, one {# image is a copy or near copy of another image} other {# images are copies or near copies of other images}} of the same identity. A model always accepts a pair of copies, so the results look better than they are.",
    ja:
      "同じアイデンティティの別の画像と(ほぼ)同じ画像が{images, number}枚あります。同じ画像どうしのペアは必ず同一と判定されるため、数値が実力より良く出ます。",
  },
  copiesBefore: {
    en:
      "{images, plural, one {# held-out image is a near copy of an image} other {# held-out images are near copies of images}} that the initial weights were trained on, so the results look better than they are.",
    ja:
      "初期の重みが学習した画像とほぼ同じ検証・テスト画像が{images, number}枚あり、数値が実力より良く出ます。",
  },
  selfPairs: {
    en:
      "{lines, plural, one {# line of the list names} other {# lines of the list name}} an image twice. An image is always like itself, so such a line says nothing about the model.",
    ja:
      "一覧の{lines, number}行は同じ画像を2回挙げています。画像は自分自身と必ず一致するため、モデルの実力を表しません。",
  },
  repeatedPairs: {
    en:
      "{lines, plural, one {# line of the list repeats} other {# lines of the list repeat}} an earlier pair ({mirrored, number} with the images the other way round). Such pairs count more than once.",
    ja:
      "一覧の{lines, number}行は前と同じペアです(うち{mirrored, number}行は画像の順が逆)。そのペアは重複して数えられています。",
  },
  contradictoryPairs: {
    en:
      "{lines, plural, one {# line of the list says} other {# lines of the list say}} the contrary of an earlier line on the same two images. One of the two is wrong, which counts against the model.",
    ja:
      "一覧の{lines, number}行は、前の行と同じ2枚について逆のことを示しています。どちらかが誤りで、その分、数値は実力より悪く出ます。",
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
  seenUnknownOfEmbeddings: {
    en:
      "A file of embeddings does not tell which images training used. If some of them are here, the results look better than they are.",
    ja:
      "埋め込みのファイルからは、どの画像が学習に使われたかは分かりません。この中に含まれていれば、数値は実力より良く出ます。",
  },
  seenUnknownSameFolder: {
    en:
      "The run has no record of the images that training used. It was trained on identities of this folder, so the results look better than they are.",
    ja:
      "学習に使われた画像の記録がありません。まさにこのフォルダーで学習したモデルなので、数値は実力より良く出ます。",
  },
  seenNamesUnknown: {
    en:
      "The run does not record the names of the identities that training used. Other images of them are not recognized.",
    ja:
      "学習に使われたアイデンティティの名前の記録がありません。その別の画像がここにあっても分かりません。",
  },
  seenCopiesUnknown: {
    en:
      "The run, of an early version or stopped early, records images by their exact content alone. Near copies of what training used, such as images compressed again, are not recognized.",
    ja:
      "この学習結果(古いバージョン、または途中で止めたもの)には、画像の完全な内容の記録しかありません。再圧縮した画像など、学習に使われた画像とほぼ同じものがここにあっても分かりません。",
  },
  seenWeightsUnknown: {
    en:
      "Training started from weights of a model without a record of the images that it used. If some of them are here, the results look better than they are.",
    ja:
      "初期の重みのモデルに、学習に使われた画像の記録がありません。この中に含まれていれば、数値は実力より良く出ます。",
  },
  seen: {
    en:
      "Training knows {identities, plural, one {# identity} other {# identities}} of this folder, {byName, number} of them by name alone: {names}. Of their images, it used {images, number}, and near copies of {copies, number} more.",
    ja:
      "このフォルダーの{identities, number}アイデンティティは学習に使われています(うち名前のみの一致{byName, number}): {names}。その画像のうち{images, number}枚は学習に使われたもの、{copies, number}枚はほぼ同じものです。",
  },
  seenLeftOut: {
    en:
      "{seen} They are left out, with {images, plural, one {# image} other {# images}} in total; keep them with {option}.",
    ja:
      "{seen}これらの画像は計{images, number}枚を除外しました。含めるには {option} を指定してください。",
  },
  seenPairsLeftOut: {
    en:
      "{seen} They are left out, with {images, plural, one {# image} other {# images}} in total, and {pairs, plural, one {# listed pair} other {# listed pairs}}; keep them with {option}.",
    ja:
      "{seen}これらの画像は計{images, number}枚を、一覧のペアは{pairs, number}組を除外しました。含めるには {option} を指定してください。",
  },
  seenIncluded: {
    en: "{seen} They are measured as requested, so the results look better than they are.",
    ja: "{seen}指定どおり測定に含めたので、数値は実力より良く出ます。",
  },
  seenSameNumbers: {
    en:
      "{count, plural, one {# identity has the name of one} other {# identities have the names of some}} that training used: {names}. Names that are numbers can be the same by chance, so they count as others. If they are the same, the results look better than they are.",
    ja:
      "{count, number}アイデンティティは学習に使われたものと同じ名前です: {names}。番号の名前は偶然一致することがあるため、別のものとみなしました。同じものなら、数値は実力より良く出ます。",
  },
});
