/** Of folders and pictures: why they cannot be used, or were left out. */
export const data: Readonly<Record<string, string>> = {
  // Folders.
  'cannot index "{0}": wanted a folder with one folder of pictures an identity, found {1}; check the path':
    '"{0}" を読み込めません。アイデンティティごとに分けた画像フォルダーが必要ですが、{1}。パスを確かめてください',
  "a file": "ファイルです",
  "no such folder": "そのフォルダーはありません",
  "no permission to read it": "読み取りの権限がありません",
  hidden: "隠しファイル",
  "not a regular file": "通常のファイルではない",
  "symbolic link in a circle": "シンボリックリンクが循環している",
  "symbolic link leads nowhere": "シンボリックリンクの先が無い",
  "symbolic link leads outside the folder": "シンボリックリンクがフォルダーの外を指している",
  "folder is already part of the identity": "すでに同じアイデンティティに含まれるフォルダー",
  "image lies outside any identity's folder": "どのアイデンティティのフォルダーにも入っていない",
  "identity without a usable image": "使える画像が無いアイデンティティ",

  // Pictures.
  "cannot be read: {0}": "読み込めない: {0}",
  "file is over {0} MiB": "ファイルが{0} MiBを超えている",
  "empty file": "空のファイル",
  "not an image (jpeg, png, webp, gif, bmp, tiff or pgm)":
    "画像ではない(対応形式: jpeg、png、webp、gif、bmp、tiff、pgm)",
  "image is cut short": "画像が途中で切れている",
  "image header cannot be read": "画像のヘッダーを読めない",
  "image is {0} x {1} px: under {2} px on a side": "画像が{0}×{1}pxで、一辺が{2}px未満",
  "image declares {0} x {1} px: over {2} megapixels":
    "画像のヘッダーが{0}×{1}pxで、{2}メガピクセルを超えている",
  "image declares {0} x {1} px: over {2} px on a side":
    "画像のヘッダーが{0}×{1}pxで、一辺が{2}pxを超えている",
  "image needs too much memory": "画像の展開にメモリーが足りない",
  "image is corrupt: {0}": "画像が壊れている: {0}",
  "file is gone since it was indexed": "読み込み後にファイルが無くなった",
  "file has changed since it was indexed": "読み込み後にファイルが変わった",
  "decoder broke down: {0}": "デコーダーが異常終了した: {0}",
  "decoding took over {0} s": "デコードに{0}秒より長くかかった",
  "decoder cannot start: {0}": "デコーダーを起動できない: {0}",
  'Cannot keep decoded pictures in {0}: wanted a folder that can be read and written, found "{1}"; choose another cache folder':
    'デコードした画像を {0} に保存できません。読み書きできるフォルダーが必要ですが、"{1}" でした。別のキャッシュフォルダーを指定してください',

  // Too few of them.
  "cannot train on {0}: wanted two or more identities, some with two or more images, found {1}; {2}":
    "{0} では学習できません。アイデンティティが2つ以上、そのうちいくつかには画像が2枚以上必要ですが、{1}。{2}",
  '"{0}" ({1} left out, such as "{2}": {3})': '"{0}"({1}件を除外。例: "{2}": {3})',
  '"{0}"': '"{0}"',
  "a plan of {0} x {1} images": "{0}アイデンティティ×{1}枚の計画",
  "no usable image": "使える画像がありません",
  "one identity": "1つだけです",
  "{0} with one image each": "{0}アイデンティティのすべてで画像が1枚だけです",
  "put the pictures of each identity into a folder of its own":
    "画像をアイデンティティごとのフォルダーに分けてください",
  "add a second image to some": "いくつかに2枚目の画像を加えてください",
  "cannot plan {0} identities x {1} images: wanted at most 2^53 images; plan for fewer":
    "{0}アイデンティティ×{1}枚は計画できません。画像は2^53枚までです。減らしてください",
  "cannot split {0} identities into training, {1} for validation ({2}) and {3} for test ({4}): wanted {5} or more with two or more images in each, found {6} of that kind; add identities, or hold out fewer":
    "{0}アイデンティティを訓練、検証{1}({2})、テスト{3}({4})に分けられません。どれにも画像が2枚以上のものが{5}つ以上必要ですが、全部で{6}つです。アイデンティティを増やすか、検証・テストに回す数を減らしてください",
  "{0} has {1} pictures, too many to compare each with every other: measured on {2} of them, drawn evenly from {3} identities":
    "{0}の画像は{1}枚あり、総当たりで比べるには多すぎます。アイデンティティ{3}個から均等に選んだ{2}枚で測定します",
  validation: "検証データ",
  "the test part": "テストデータ",
  "cannot draw batches of {0} identities x {1} images: found {2} identities with two or more images; {3}":
    "{0}アイデンティティ×{1}枚のバッチを作れません。画像が2枚以上のアイデンティティは{2}です。{3}",
  "add identities": "アイデンティティを増やしてください",
  "add identities, or use a batch of {0} images at most":
    "アイデンティティを増やすか、バッチを{0}枚以下にしてください",
  "cannot draw a batch of {0} images with {1} an identity: wanted 2 or more images of each of 2 or more identities; make the batch a multiple, such as 32 and 4":
    "アイデンティティあたり{1}枚で{0}枚のバッチは作れません。2アイデンティティ以上、各2枚以上が必要です。32と4のように倍数にしてください",

  // The sample set.
  "cannot draw the sample set into {0}: found {1}, which is no part of such a set; name another folder, or move that one away":
    "サンプル画像を {0} に描けません。サンプルのものではない {1} があります。別のフォルダーを指定するか、それを移してください",
  "cannot draw the sample set: {0} must be a whole number from {1} to {2}, not {3}":
    "サンプル画像を描けません。{0} は{1}から{2}までの整数です({3} でした)",
};
