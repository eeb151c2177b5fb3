import { defineMessages } from "../language/define_messages.ts";

/** Messages about folders of images, batches, and splits. */
export const datasetMessages = defineMessages("dataset", {
  // Why a file or folder is left out of a catalog.
  hidden: { en: "hidden", ja: "隠しファイルです" },
  notRegular: { en: "not a regular file", ja: "通常のファイルではありません" },
  linkCircle: { en: "symbolic link in a circle", ja: "シンボリックリンクが循環しています" },
  linkNowhere: { en: "symbolic link to nothing", ja: "シンボリックリンクの先がありません" },
  linkOutside: {
    en: "symbolic link to outside the folder; follow it with {followLinks}",
    ja: "シンボリックリンクがフォルダーの外を指しています。たどるには {followLinks} を指定します",
  },
  system: {
    en: "made by the system or another program",
    ja: "システムや別のプログラムが作ったものです",
  },
  excluded: {
    en: 'matches "{pattern}" of {exclude}',
    ja: '{exclude} の "{pattern}" に一致します',
  },
  notListed: { en: "not in the labels file", ja: "ラベルのファイルに載っていません" },
  listedMissing: {
    en: "listed on line {line, number} of the labels file, but not a usable image of the folder",
    ja: "ラベルのファイルの{line, number}行目にありますが、フォルダーに使える画像がありません",
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

  cannotUseOption: {
    en: 'cannot index "{root}": {option}: {fault}',
    ja: '"{root}" を読み込めません。{option}: {fault}',
  },
  labelsAndDepth: {
    en:
      'cannot index "{root}": {depth} is for names of folders, and {labels} replaces these; leave one out',
    ja:
      '"{root}" を読み込めません。{depth} はフォルダー名を使う場合の指定で、{labels} とは併用できません。どちらかを外してください',
  },

  // A csv file with labels.
  cannotReadLabels: {
    en: 'cannot read the labels "{file}": {fault}',
    ja: 'ラベルのファイル "{file}" を読めません。{fault}',
  },
  labelsMissing: {
    en: "there is no such file; check the path",
    ja: "そのファイルはありません。パスを確かめてください",
  },
  labelsEmpty: {
    en: 'expected a line for each image, such as "a.jpg,alice" below "path,identity", got none',
    ja: '"path,identity" の下に "a.jpg,alice" のような行が画像ごとに必要ですが、ありません',
  },
  labelsHeader: {
    en: 'line {line, number}: expected names of columns such as "path,identity", got "{found}"',
    ja: '{line, number}行目: "path,identity" のような列名が必要ですが、"{found}" です',
  },
  lineFields: {
    en:
      "line {line, number}: expected {expected, plural, one {# field} other {# fields}} as in the first line, got {found, number}; put a field with a separator in double quotes",
    ja:
      "{line, number}行目: 1行目と同じ{expected, number}列が必要ですが、{found, number}列です。区切り文字を含む値は二重引用符で囲んでください",
  },
  lineQuote: {
    en: "line {line, number}: expected a field in double quotes to end with one",
    ja: "{line, number}行目: 二重引用符の対応が正しくありません",
  },
  linePath: {
    en: "line {line, number}: expected the path of an image, got nothing",
    ja: "{line, number}行目: 画像のパスが空です",
  },
  lineIdentity: {
    en: "line {line, number}: expected the name of an identity, got nothing",
    ja: "{line, number}行目: アイデンティティ名が空です",
  },
  lineOutside: {
    en: 'line {line, number}: expected a path inside "{root}", got "{path}"',
    ja: '{line, number}行目: "{root}" の中のパスが必要ですが、"{path}" です',
  },
  linePart: {
    en: 'line {line, number}: expected a split of train, validation or test, got "{split}"',
    ja: '{line, number}行目: split は train、validation、test のいずれかですが、"{split}" です',
  },
  lineOtherIdentity: {
    en:
      'line {line, number}: expected one identity for "{path}", got "{identity}" after "{before}" on line {lineBefore, number}; remove one of them',
    ja:
      '{line, number}行目: "{path}" は "{identity}" ですが、{lineBefore, number}行目では "{before}" です。どちらかを消してください',
  },
  lineOtherPart: {
    en:
      'line {line, number}: expected one part of the split for "{path}", got another than on line {lineBefore, number}; remove one of them',
    ja:
      '{line, number}行目: "{path}" の split が{lineBefore, number}行目と違います。どちらかを消してください',
  },
  noneListed: {
    en:
      'none of {count, plural, one {# listed image} other {# listed images}} is in "{root}", such as "{path}" on line {line, number}; paths count from that folder',
    ja:
      '載っている画像{count, number}枚が "{root}" に1つもありません(例: {line, number}行目の "{path}")。パスはこのフォルダーからの相対パスにしてください',
  },

  // How the layout of a folder is read.
  noteParts: {
    en:
      "the folders {folders} are the parts of the split, used as they are; a part that is not there comes from the training identities",
    ja:
      "フォルダー {folders} をそのまま訓練・検証・テストの分割として使います。無い区分は訓練用アイデンティティから取り分けます",
  },
  notePartsBeside: {
    en:
      "the folders {folders} look like parts of a split, but count as identities beside the others; leave those out with {exclude} to use the parts as they are",
    ja:
      "フォルダー {folders} は分割のようですが、ほかのフォルダーと並んでいるためアイデンティティとして扱います。分割として使うには、ほかを {exclude} で除外してください",
  },
  noteOneFolder: {
    en:
      '"{root}" holds one folder, "{folder}", and that holds {count, number} folders of images; if these are the identities, name the folder "{inner}"',
    ja:
      '"{root}" にはフォルダー "{folder}" が1つだけあり、その中に画像のフォルダーが{count, number}個あります。これがアイデンティティなら、"{inner}" を指定してください',
  },
  noteNested: {
    en:
      "all images lie in folders inside those of the {identities, plural, one {# identity} other {# identities}}; if each of these {count, number} folders is an identity, use {labelDepth} {depth, number}",
    ja:
      "どの画像も、{identities, number}アイデンティティのフォルダーのさらに内側のフォルダーにあります。この{count, number}個がそれぞれアイデンティティなら、{labelDepth} {depth, number} を指定してください",
  },
  noteShallow: {
    en:
      "{count, plural, one {# image lies} other {# images lie}} in fewer than {depth, number} nested folders; use a smaller {labelDepth}",
    ja:
      "画像{count, number}枚は{depth, number}階層より浅いフォルダーにあります。{labelDepth} を小さくしてください",
  },
  noteFlat: {
    en:
      "{count, plural, one {# image lies} other {# images lie}} outside the folders of identities; put those of each identity into a folder of its own, or name a csv file of path and identity with {labels}",
    ja:
      "画像{count, number}枚がアイデンティティのフォルダーの外にあります。アイデンティティごとのフォルダーに分けるか、pathとidentityの列があるCSVファイルを {labels} で指定してください",
  },
  noteSpellings: {
    en:
      'the {count, plural, one {name of # identity is} other {names of # identities are}} spelled in two Unicode forms, such as "{name}"; each counts as one identity',
    ja:
      '同じ名前が2通りのUnicode表記(NFCとNFD)で書かれたアイデンティティが{count, number}あります(例: "{name}")。それぞれ1つとして扱います',
  },

  // Too little to train on.
  cannotTrain: {
    en:
      "{use, select, validation {cannot validate} test {cannot test} other {cannot train}} on {subject}: expected two or more identities, some with two or more images, got {found}; {advice}",
    ja:
      "{subject} では{use, select, validation {検証} test {テスト} other {学習}}できません。アイデンティティが2つ以上、そのうちいくつかには画像が2枚以上必要ですが、{found}。{advice}",
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
  partsShare: {
    en:
      'cannot split "{root}": expected each identity in one part, got {count, number} in two or more, such as "{identity}" in {one} ("{pathOne}") and {other} ("{pathOther}"); keep all images of an identity in one part, or train on one part alone',
    ja:
      '"{root}" を分割できません。各アイデンティティは1つの区分だけに入れる必要がありますが、{count, number}個が複数の区分にあります(例: "{identity}" が {one} の "{pathOne}" と {other} の "{pathOther}")。1つの区分にまとめるか、1つの区分だけで学習してください',
  },
  tooFewInPart: {
    en:
      'cannot use the {part} part of "{root}": expected two or more identities, some with two or more images, got {identities, number}, {multiples, number} with two or more images; add identities to that part',
    ja:
      '"{root}" の {part} は使えません。アイデンティティが2つ以上、そのうちいくつかには画像が2枚以上必要ですが、{identities, number}個(画像が2枚以上のものは{multiples, number}個)です。アイデンティティを増やしてください',
  },
  tooFewToSplit: {
    en:
      "cannot split {identities, plural, one {# identity} other {# identities}} into training, {validation, number} for validation ({validationFraction}), and {test, number} for test ({testFraction}): expected {min} or more with two or more images in each, got {found, number} of that kind; add identities, or hold out fewer",
    ja:
      "{identities, number}アイデンティティを訓練、検証{validation, number}({validationFraction})、テスト{test, number}({testFraction})に分けられません。どれにも画像が2枚以上のものが{min}つ以上必要ですが、全部で{found, number}つです。アイデンティティを増やすか、検証・テストに回す数を減らしてください",
  },
});
