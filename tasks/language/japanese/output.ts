/** What tasks show while they work, and when they are done. */
export const output: Readonly<Record<string, string>> = {
  // Failures that are not the library's.
  "{0}: check the path": "{0}: パスを確かめてください",
  "not permitted: {0}": "許可されていません: {0}",
  "not permitted: {0}: Deno keeps /dev, /proc and /sys from programs; name another folder":
    "許可されていません: {0}。/dev、/proc、/sys はDenoが開かせません。別のフォルダーを指定してください",
  "the program that was reading the output went away (broken pipe)":
    "出力を読んでいたプログラムが終了しました(broken pipe)",
  "{0}: name a folder that can be written to": "{0}: 書き込めるフォルダーを指定してください",
  "{0}: raise the limit on the size of files (ulimit -f)":
    "{0}: ファイルの大きさの上限(ulimit -f)を上げてください",
  "{0}: free some space, or write to another disk":
    "{0}: 空き容量を増やすか、別のディスクに書き込んでください",
  "this is a fault in Futago, please report it": "Futagoの不具合です。報告をお願いします",
  "found no cache folder: set XDG_CACHE_HOME to a folder that may be written":
    "キャッシュフォルダーが見つかりません。XDG_CACHE_HOME に書き込めるフォルダーを設定してください",
  "nothing to estimate: wanted either a folder, or both --ids and --images to plan one; see --help":
    "見積もるものがありません。フォルダーか、計画のための --ids と --images の両方を指定してください(--help 参照)",

  // In several places.
  identities: "アイデンティティ",
  images: "画像",
  "1 image": "画像1枚",
  "{0} images": "画像{0}枚",
  "1 identity": "1アイデンティティ",
  "{0} identities": "{0}アイデンティティ",
  "{0} identities, {1} images": "{0}アイデンティティ、画像{1}枚",
  "positive pairs": "正例ペア",
  "negative pairs": "負例ペア",
  threshold: "閾値",
  "{0} ({1} to {2})": "{0} ({1}〜{2})",
  "TAR at FAR {0}": "本人受入率(TAR、FAR {0})",
  "{0} and {1} more": "{0} ほか{1}件",
  "  and {0} more; --json names all": "  ほか{0}件(--json で全件)",
  "looked at {0} files, {1} images so far": "{0}ファイルを確認、これまでに画像{1}枚",

  // Training.
  downloading: "ダウンロード中",
  "{0} of {1} MB": "{0} / {1} MB",
  "drawing faces": "顔画像を描画中",
  "drew a sample set of faces into {0} in {1} s": "サンプルの顔画像を {0} に描きました({1}秒)",
  "{0} images of {1} identities: {2} to train, {3} to validate, {4} held out":
    "{1}アイデンティティ、画像{0}枚: 訓練{2}、検証{3}、テスト{4}",
  "left out {0}: {1}": "除外 {0}: {1}",
  "left out {0} more; deno task estimate-pairs names all":
    "ほか{0}件を除外(deno task estimate-pairs で全件)",
  "warning: {0}": "警告: {0}",
  "warning: the same picture in two identities: {0}":
    "警告: 同じ画像が2つのアイデンティティに入っています: {0}",
  "computing on {0}: {1}": "{0} で計算します({1})",
  "as asked for": "指定による",
  "as asked for: {0}": "指定による: {0}",
  "no graphics adapter was found": "グラフィックスアダプターが見つからないため",
  "the only graphics adapter is software: {0}":
    "グラフィックスアダプターがソフトウェアだけのため: {0}",
  "a graphics adapter was found: {0}": "グラフィックスアダプターが見つかったため: {0}",
  "{0} tensors from {1}{2}": "{1} からテンソルを{0}個読み込みました{2}",
  "; {0} have no place here": "({0}個は使いません)",
  training: "学習中",
  "{0} images/s": "{0}枚/秒",
  "loss {0}": "損失 {0}",
  "active {0} %": "有効 {0} %",
  "left {0}": "残り {0}",
  "epoch {0}: loss {1}, active {2} %, validation AUC {3}, EER {4} %{5}":
    "エポック{0}: 損失 {1}、有効 {2} %、検証AUC {3}、EER {4} %{5}",
  ", best so far": "(これまでで最良)",
  "skipped {0}: {1}": "スキップ {0}: {1}",
  "stopping after this step; saving the run": "このステップで停止し、途中結果を保存します",
  "comparing held-out pictures with others: {0} %": "検証・テスト画像をほかの画像と照合中: {0} %",
  "measuring on identities that were held out": "テスト用アイデンティティで測定します",
  "writing the report": "レポートを作成します",
  run: "学習結果",
  trained: "学習時間",
  "{0} s": "{0}秒",
  "{0} s, stopped; go on with --resume": "{0}秒で停止(--resume で再開)",
  "best epoch": "最良のエポック",
  "{0}, validation AUC {1}": "{0}(検証AUC {1})",
  "held out": "テスト",
  accuracy: "正解率",
  "too few negatives": "負例ペア不足",
  "accepted falsely there": "閾値での他人受入率(FAR)",
  "rejected falsely there": "閾値での本人拒否率(FRR)",
  "Now compare two pictures: deno task verify A.jpg B.jpg --model {0}":
    "2枚の画像を比べるには: deno task verify A.jpg B.jpg --model {0}",

  // Two pictures.
  verdict: "判定",
  same: "同一",
  different: "異なる",
  similarity: "類似度",
  "false accept rate": "他人受入率(FAR)",
  "false reject rate": "本人拒否率(FRR)",
  "On {0}, this threshold took {1} of two different identities for the same one, and {2} of the same identity for two different ones.":
    "{0}では、この閾値で、異なるペアは{1}を誤って同一と判定し、同一のペアは{2}を誤って異なると判定しました。",
  "identities that training never saw": "学習に使っていないアイデンティティ",
  "this folder": "このフォルダー",
  "1 pair": "1組",
  "{0} pairs": "{0}組",
  "{0} of {1}": "{1}の{0}",
  "none of {0}": "{0}のうち0組",
  "none (so fewer than {0}) of {1}": "{1}のうち0組({0}未満とみられます)",

  // A folder.
  verifying: "測定中",
  "embedding: {0} of {1} images": "埋め込みの計算: {1}枚中{0}枚",
  "comparing: {0} of {1} images": "比較: {1}枚中{0}枚",
  "confidence intervals: {0} of {1} draws": "信頼区間の計算: {1}回中{0}回",
  "enrolling: {0} of {1} identities": "登録して照合: {1}アイデンティティ中{0}",
  "wrote report.html, verification.json and charts to {0}":
    "report.html、verification.json とグラフを {0} に書き出しました",
  mode: "モード",
  "average precision": "平均適合率",
  "best accuracy": "最良の正解率",
  "best balanced accuracy": "最良の均衡正解率",
  "- (takes {0} negative pairs)": "-(負例ペア{0}組が必要)",
  "false accept rate there": "閾値での他人受入率(FAR)",
  "false reject rate there": "閾値での本人拒否率(FRR)",
  "In brackets: 95 % confidence intervals, by {0} draws of {1} identities.":
    "かっこ内は95%信頼区間({1}アイデンティティの復元抽出{0}回)です。",
  "In brackets: the threshold's 95 % confidence interval.": "かっこ内は閾値の95%信頼区間です。",
  "accuracy by folds": "交差検証の正解率",
  "{0} ± {1} (mean and standard error of {2})": "{0} ± {1}({2}分割の平均と標準誤差)",
  "precision at 1": "Precision@1",
  "mean reciprocal rank": "平均逆順位(MRR)",
  "CMC at {0}": "CMC({0}位まで)",
  "open set": "オープンセット",
  "{0} known, {1} probes of them, {2} of strangers":
    "登録{0}アイデンティティ、その照会{1}件、未登録の照会{2}件",
  "DIR at rank 1": "DIR(1位)",
  "DIR at FAR {0}": "DIR(FAR {0})",
  "Each identity enrolled in turn, the worst first":
    "アイデンティティを1つずつ登録した場合、悪い順",
  "{0}: {1}, {2}": "{0}: {1}、{2}",
  "AUC {0}, EER {1}": "AUC {0}、EER {1}",
  "no pair to measure": "測定できるペアなし",
  Skipped: "スキップした画像",
  "Listed pairs left out: {0}": "除外した一覧のペア: {0}組",
  "Listed but not in the folder": "一覧にあってフォルダーに無い画像",
  "the run does not tell which pictures training saw: {0}":
    "どの画像を学習に使ったかの記録がありません。{0}",
  "it was trained on identities of this very folder, which flatters the figures":
    "まさにこのフォルダーで学習したモデルなので、数値は実力より良く出ます",
  "where it saw some of these, the figures flatter it":
    "学習に使った画像があれば、数値は実力より良く出ます",
  "training saw {0} of {1} of this folder": "このフォルダーの{1}の{0}は学習に使われています",
  "{0}, which flatters the figures; they stay in as asked for":
    "{0}。数値は実力より良く出ますが、指定どおり含めて測定します",
  "{0}; left out all {1} of them{2}; measured on {3} of {4}":
    "{0}。それらのアイデンティティの{1}をすべて{2}除外し、{4}の{3}で測定しました",
  " and 1 listed pair": "、一覧のペア1組とともに",
  " and {0} listed pairs": "、一覧のペア{0}組とともに",
  "1 other identity": "ほかの1アイデンティティ",
  "{0} others": "ほかの{0}アイデンティティ",
  "left out {0}: no list can name it": "除外 {0}: 一覧に書けない名前です",
  "some identities are in two folds or more: there are too few for folds apart":
    "複数の分割にまたがるアイデンティティがあります。数が少なく、重ならないように分けられません",
  "wrote {0} pairs in {1} folds to {2}": "{0}組のペアを{1}分割で {2} に書き出しました",

  // Estimates.
  "images an identity": "アイデンティティあたりの画像",
  "{0} min, {1} median, {2} max": "最小{0}、中央値{1}、最大{2}",
  "imbalance, max / min": "不均衡(最大÷最小)",
  "identities with one image": "画像が1枚だけのアイデンティティ",
  triplets: "トリプレット",
  "positive pairs a batch": "1バッチの正例ペア",
  "negative pairs a batch": "1バッチの負例ペア",
  "triplets a batch": "1バッチのトリプレット",
  "batches that show every image": "全画像を一巡するバッチ数",
  "scope by identities": "アイデンティティ数から見た規模",
  "{0}; {1} missing to {2} ({3})": "{0}({2}の{3}まであと{1})",
  small: "小規模",
  medium: "中規模",
  large: "大規模",
  "proposed: to train": "分割案: 訓練",
  "proposed: to validate": "分割案: 検証",
  "proposed: to test": "分割案: テスト",
  "negative pairs of the test": "テストの負例ペア",
  "smallest false accept rate": "裏付けられる最小の他人受入率",
  "Scope, after yKesamaru's article: about 1,000 identities for a small task, 1,000 to 2,000 for a medium one, 5,000 and more for a large one.":
    "規模の目安(yKesamaru氏の記事による): 小規模は約1,000アイデンティティ、中規模は1,000〜2,000、大規模は5,000以上。",
  "Pairs count more than identities: n images of one identity make n(n-1)/2 positive pairs.":
    "アイデンティティ数よりペア数が大切です。1アイデンティティの画像n枚から、正例ペアがn(n-1)/2組できます。",
  "{0} identities x {1} images give {2} positive pairs from {3} pictures":
    "{0}アイデンティティ×{1}枚: 画像{3}枚から正例ペア{2}組",
  "Yours, with {0} pictures more: {1} positive pairs where every identity has twice its images, {2} where there are twice the identities.":
    "このデータに画像を{0}枚加えると: 各アイデンティティの画像を2倍にすれば正例ペア{1}組、アイデンティティを2倍にすれば{2}組。",
  "The smallest false accept rate is 3 over the negative pairs of the test identities: no false accept among so many means a rate below it with 95 % confidence. To claim less, hold out more.":
    "裏付けられる最小の他人受入率は、3÷テストの負例ペア数です。そのすべてで誤りがなければ、95%の信頼度でこの率を下回るといえます。もっと低い率を示すには、テストを増やしてください。",
  "Left out": "除外したファイル",
  "Warning: the same bytes twice in an identity": "警告: 1つのアイデンティティに重複する画像",
  "Label conflict: the same bytes in two identities":
    "ラベルの矛盾: 2つのアイデンティティにまたがる同じ画像",
  "In the way of training": "学習の妨げになるもの",
};
