/** Of verification: what it cannot measure. */
export const verification: Readonly<Record<string, string>> = {
  "cannot compare all pairs of {0}: wanted {1} pictures at most, found {2}; draw a list of pairs with --write-pairs and give it with --pairs, or name a smaller folder":
    "{0} を総当たりで比較できません。画像は{1}枚までですが、{2}枚あります。--write-pairs でペアのリストを作って --pairs で渡すか、より小さなフォルダーを指定してください",
  'cannot find a run: wanted one with a {0} in "{1}", found none; train one with `deno task train`, or name the folder of one':
    '学習結果が見つかりません。"{1}" に {0} のあるものがありません。`deno task train` で学習するか、フォルダーを指定してください',
  "cannot compare: wanted two pictures, found {0}; name two, or a folder with --data; see --help":
    "比較できません。画像が2枚必要ですが、{0}です。2枚を指定するか、--data でフォルダーを指定してください(--help 参照)",
  one: "1枚",
  'cannot verify both "{0}" and --data: wanted two pictures, or one folder':
    '"{0}" と --data は同時に指定できません。画像2枚か、フォルダー1つを指定してください',
  "cannot use --{0} without --{1}: it is about what that names": "--{0} は --{1} と一緒に使います",
  'cannot read the picture "{0}": {1}': '画像 "{0}" を読めません: {1}',
  "there is no such file; check the path": "そのファイルはありません。パスを確かめてください",
  "it is a folder; name a picture, or give the folder with --data":
    "フォルダーです。画像を指定するか、--data でフォルダーを指定してください",
  "{0}; give another file": "{0}。別のファイルを指定してください",
  "cannot compare the pictures: the model's embeddings are not numbers; its weights are damaged, train anew":
    "画像を比較できません。モデルの埋め込みが数値ではありません。重みが壊れているので、学習し直してください",

  // A folder.
  "cannot measure verification on {0}: wanted at least one {1}, found none; {2}":
    "{0} では照合を測定できません。{1}が1組以上必要ですが、ありません。{2}",
  "positive pair (two pictures of one identity)": "正例ペア(同じアイデンティティの画像2枚)",
  "negative pair (pictures of two identities)": "負例ペア(異なるアイデンティティの画像2枚)",
  "add a second picture to some identities":
    "いくつかのアイデンティティに2枚目の画像を加えてください",
  'cannot measure on "{0}": training saw every identity that is asked for; name a folder of other identities, or keep these with --include-seen':
    '"{0}" では測定できません。どのアイデンティティも学習に使われています。別のフォルダーを指定するか、--include-seen で含めてください',
  'cannot write to "{0}": {1}; name another folder':
    '"{0}" に書き込めません: {1}。別のフォルダーを指定してください',

  // Lists of pairs.
  'cannot read the list of pairs "{0}": {1}; check the path':
    'ペア一覧 "{0}" を読めません: {1}。パスを確かめてください',
  "cannot read the list of pairs: wanted a pair a line, found none":
    "ペア一覧を読めません。1行に1組が必要ですが、1組もありません",
  "cannot read the list of pairs: its first line announces {0} folds of 2 x {1} pairs, {2} in all, found {3}; get the list anew, or remove that line to measure without folds":
    "ペア一覧を読めません。1行目では{0}分割、各2×{1}組、計{2}組ですが、{3}組です。一覧を入手し直すか、その行を消して分割なしで測定してください",
  'cannot read line {0} of the list of pairs: wanted "name i j", "name1 i name2 j" or "path1 path2 0|1", fields apart by tabs, found "{1}"':
    'ペア一覧の{0}行目を読めません。タブ区切りの "name i j"、"name1 i name2 j"、"path1 path2 0|1" のいずれかですが、"{1}" です',
  'cannot verify the listed pairs: none of {0} is in "{1}", which lacks "{2}" for one; check that list and folder belong together':
    '一覧のペアを測定できません。{0}組のどれも "{1}" にありません(例: "{2}" が無い)。一覧とフォルダーの組み合わせを確かめてください',
  "cannot draw {0} folds of {1} pairs of one identity and as many of two: these {2} identities have enough for {3} a fold, or {4} with no identity in two folds; ask for fewer with --pairs-per-fold or --folds":
    "正例と負例が各{1}組の分割を{0}個は作れません。{2}アイデンティティでは1分割{3}組まで(アイデンティティが重ならないようにすると{4}組まで)です。--pairs-per-fold か --folds を減らしてください",

  // Figures.
  "cannot measure verification: wanted at least one {0} pair ({1}), found none; add pictures":
    "照合を測定できません。{0}ペア({1})が1組以上必要ですが、ありません。画像を加えてください",
  positive: "正例",
  negative: "負例",
  "two pictures of one identity": "同じアイデンティティの画像2枚",
  "pictures of two identities": "異なるアイデンティティの画像2枚",
  "cannot measure verification: {0} of {1} {2} pairs score NaN, so the embeddings are broken; train again with a smaller learning rate":
    "照合を測定できません。{2}ペア{1}組のうち{0}組の類似度がNaNで、埋め込みが壊れています。学習率を下げて学習し直してください",
  "cannot measure verification: embedding {0} holds {1}, no number; train again with a smaller learning rate":
    "照合を測定できません。埋め込み{0}に数値でない {1} があります。学習率を下げて学習し直してください",
  "cannot cross-validate: wanted two folds of pairs or more, none of them empty, found {0} of which {1} is empty; add pairs":
    "交差検証できません。空でない分割が2つ以上必要ですが、分割は{0}つ、空の分割は{1}です。ペアを加えてください",
  "number {0}": "{0}番目",
  "cannot choose a threshold: wanted a false accept rate above 0 and below 1, found {0}":
    "閾値を選べません。他人受入率は0より大きく1より小さい数ですが、{0} です",
  "cannot use FAR {0}: wanted a rate above 0 and below 1, such as 0.01":
    "他人受入率{0}は使えません。0.01 のような、0より大きく1より小さい数が必要です",
  "cannot use FAR {0}: that takes {1} negative pairs, and this model was validated on {2}, too few negative pairs to support less than {3}; ask for that or more, or train on more identities":
    "他人受入率{0}は使えません。負例ペアが{1}組必要ですが、このモデルの検証データは{2}組で、{3}未満を裏付けられません。{3}以上を指定するか、アイデンティティを増やして学習してください",
  "cannot use threshold {0}: wanted a cosine similarity from -1 to 1, such as 0.5":
    "閾値{0}は使えません。0.5 のような、-1から1までのコサイン類似度が必要です",
  "cannot use another threshold than the calibrated one: the model's table of operating points is damaged; get the model anew, or train anew":
    "既定以外の閾値は使えません。モデルの動作点の表が壊れています。モデルを入手し直すか、学習し直してください",
};
