import { defineMessages } from "../language/define_messages.ts";

/** Messages about folders of images, batches, and splits. */
export const datasetMessages = defineMessages("dataset", {
  // Why a file or folder is left out of a catalog.
  hidden: { en: "hidden", ja: "隠しファイルです" },
  notRegular: { en: "not a regular file", ja: "通常のファイルではありません" },
  linkCircle: { en: "symbolic link in a circle", ja: "シンボリックリンクが循環しています" },
  linkNowhere: { en: "symbolic link to nothing", ja: "シンボリックリンクの先がありません" },
  linkOutside: {
    en: "symbolic link to outside the folder",
    ja: "シンボリックリンクがフォルダーの外を指しています",
  },
  folderRepeated: {
    en: "folder is already part of the identity",
    ja: "すでに同じアイデンティティに含まれるフォルダーです",
  },
  fileTooLarge: { en: "file is over {max} MiB", ja: "ファイルが{max} MiBを超えています" },
  outsideIdentity: {
    en: "image is outside the folders of identities",
    ja: "どのアイデンティティのフォルダーにも入っていません",
  },
  emptyIdentity: {
    en: "identity has no usable image",
    ja: "使える画像がないアイデンティティです",
  },

  // Indexing.
  cannotIndex: {
    en:
      'cannot index "{root}": expected a folder with one folder of images per identity, got {found}; check the path',
    ja:
      '"{root}" を読み込めません。アイデンティティごとに画像を分けたフォルダーが必要ですが、{found}。パスを確かめてください',
  },
  foundFile: { en: "a file", ja: "ファイルです" },
  foundNothing: { en: "no such folder", ja: "そのフォルダーはありません" },
  foundUnreadable: { en: "a folder without read permission", ja: "読み取りの権限がありません" },

  // Too little to train on.
  cannotTrain: {
    en:
      "cannot train on {subject}: expected two or more identities, some with two or more images, got {found}; {advice}",
    ja:
      "{subject} では学習できません。アイデンティティが2つ以上、そのうちいくつかには画像が2枚以上必要ですが、{found}。{advice}",
  },
  subjectFolder: { en: '"{root}"', ja: '"{root}"' },
  subjectWithLeftOut: {
    en:
      '"{root}" ({count, plural, one {# file} other {# files}} left out, such as "{path}": {reason})',
    ja: '"{root}"({count, number}件を除外。例: "{path}": {reason})',
  },
  subjectPlan: {
    en: "a plan of {identities, number} x {images, number} images",
    ja: "{identities, number}アイデンティティ×{images, number}枚の計画",
  },
  foundNoImage: { en: "no usable image", ja: "使える画像がありません" },
  foundOneIdentity: { en: "one identity", ja: "1つだけです" },
  foundSingletons: {
    en: "{count, number} with one image each",
    ja: "{count, number}アイデンティティのすべてで画像が1枚だけです",
  },
  adviseFolders: {
    en: "put the images of each identity into a folder of its own",
    ja: "アイデンティティごとに1つのフォルダーに画像を入れてください",
  },
  adviseSecondImage: {
    en: "add a second image to some",
    ja: "いくつかに2枚目の画像を加えてください",
  },
  planTooLarge: {
    en:
      "cannot plan {identities, number} identities x {images, number} images: expected at most 2^53 images; plan for fewer",
    ja:
      "{identities, number}アイデンティティ×{images, number}枚は計画できません。画像は2^53枚までです。減らしてください",
  },

  // Batches and splits.
  badBatch: {
    en:
      "cannot make a batch of {images, plural, one {# image} other {# images}} with {imagesPerIdentity, number} per identity: expected two or more images of each of two or more identities; make the batch a multiple, such as 32 and 4",
    ja:
      "アイデンティティあたり{imagesPerIdentity, number}枚で{images, number}枚のバッチは作れません。2アイデンティティ以上、各2枚以上が必要です。32と4のように倍数にしてください",
  },
  tooFewForBatch: {
    en:
      "cannot make batches of {identities, number} identities x {images, number} images: got {found, plural, one {# identity} other {# identities}} with two or more images; {advice}",
    ja:
      "{identities, number}アイデンティティ×{images, number}枚のバッチを作れません。画像が2枚以上のアイデンティティは{found, number}です。{advice}",
  },
  adviseIdentities: { en: "add identities", ja: "アイデンティティを増やしてください" },
  adviseSmallerBatch: {
    en: "add identities, or use a batch of at most {max, number} images",
    ja: "アイデンティティを増やすか、バッチを{max, number}枚以下にしてください",
  },
  tooFewToFold: {
    en:
      "cannot split {identities, plural, one {# identity} other {# identities}} into {folds, number} folds: expected {min} or more with two or more images in each, got {found, number} of that kind; {advice}",
    ja:
      "{identities, number}アイデンティティを{folds, number}個のフォールドに分けられません。どれにも画像が2枚以上のものが{min}つ以上必要ですが、全部で{found, number}つです。{advice}",
  },
  adviseFewerFolds: {
    en: "add identities, or use at most {most, number} folds",
    ja: "アイデンティティを増やすか、フォールド数を{most, number}以下にしてください",
  },
  tooFewToSplit: {
    en:
      "cannot split {identities, plural, one {# identity} other {# identities}} into training, {validation, number} for validation ({validationFraction}), and {test, number} for test ({testFraction}): expected {min} or more with two or more images in each, got {found, number} of that kind; add identities, or hold out fewer",
    ja:
      "{identities, number}アイデンティティを訓練、検証{validation, number}({validationFraction})、テスト{test, number}({testFraction})に分けられません。どれにも画像が2枚以上のものが{min}つ以上必要ですが、全部で{found, number}つです。アイデンティティを増やすか、検証・テストに回す数を減らしてください",
  },
});
