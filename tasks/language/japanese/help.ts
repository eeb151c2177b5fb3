/** What `--help` says of tasks, arguments and flags. */
export const help: Readonly<Record<string, string>> = {
  "Usage:": "使い方:",
  "Arguments:": "引数:",
  "Options:": "オプション:",
  "display help for command": "このヘルプを表示",
  "choices: ": "選択肢: ",
  "default: ": "既定: ",
  "of messages and the report, not of JSON (default: LANG's)":
    "メッセージとレポートの言語(既定: LANG に従う)。JSONは変わらない",

  // estimate-pairs
  "Counts what a folder of pictures, one folder an identity, offers to training.":
    "アイデンティティごとにフォルダーを分けた画像フォルダーが、学習にどれだけ使えるかを数えます。",
  "With --ids and --images it plans a folder that is not there yet.":
    "--ids と --images を指定すると、まだ無いフォルダーの計画を立てます。",
  "the folder": "画像フォルダー",
  "plan: number of identities": "計画: アイデンティティ数",
  "plan: images of each identity": "計画: アイデンティティあたりの画像数",
  "images a batch": "1バッチの画像数",
  "images of each identity in a batch": "バッチ内の、アイデンティティあたりの画像数",
  "draws the proposed split": "分割案の乱数シード",
  "one JSON document on stdout": "標準出力にJSON文書を1つ出力",

  // train
  "Trains an image verifier on a folder of pictures, one folder an identity.":
    "アイデンティティごとにフォルダーを分けた画像フォルダーから、画像照合モデルを学習します。",
  "Without --data it draws a set of faces of its own and trains on that.":
    "--data が無ければ、サンプルの顔画像を描いて学習します。",
  "The run:": "実行:",
  "folder of pictures (default: a sample set, drawn at need)":
    "画像フォルダー(既定: サンプル画像。必要なら描く)",
  "the run's folder (default: runs/ and the time)": "結果を置くフォルダー(既定: runs/日時)",
  "go on from a run's checkpoint: --out's, or the newest of runs/":
    "チェックポイントから再開(--out のもの、無ければ runs/ の最新)",
  "times to show every image (default: about 800 batches)":
    "全画像を学習する回数(既定: 約800バッチ分)",
  "stop after so long (default: no limit)": "制限時間(分、既定: なし)",
  "draws split, weights, batches, augmentation": "分割・重み・バッチ・データ拡張の乱数シード",
  "where to compute": "計算に使うバックエンド",
  "of convolutions in training; f16 takes a GPU with shader-f16":
    "学習時の畳み込みの精度(f16は shader-f16 のあるGPUが必要)",
  "Many settings at once; a preset gives way to a file, and both to flags:":
    "設定をまとめて指定(優先順: フラグ、ファイル、プリセット):",
  "article: yKesamaru's, mended; modern: measured best":
    "article: yKesamaru氏の記事の設定(修正あり)、modern: 測定で最良だった設定",
  "flags as JSON, such as a run's config.json; its paths are taken as if typed":
    "フラグを書いたJSONファイル(過去の config.json など)。パスは入力したものと同じ扱い",
  "Identities held out, as a share or a number:":
    "学習に使わず取り分けるアイデンティティ(割合または個数):",
  "folder to validate on (default: identities of --data)":
    "検証用のフォルダー(既定: --data の一部)",
  "to choose epoch and threshold by": "エポックと閾値の選択用(検証)",
  "to measure on": "性能の測定用(テスト)",
  "false accept rate to choose the threshold for": "閾値を選ぶときに目標とする他人受入率",
  "Model:": "モデル:",
  network: "ネットワーク",
  "to start from: none, imagenet (timm's), or a file: safetensors under timm's names; for mobilenetv1_075 a layers model":
    "初期の重み: none、imagenet(timmのもの)、またはファイル(timmの名前のsafetensors。mobilenetv1_075 はlayersモデル)",
  "side of the square that it sees (default: the backbone's)":
    "入力画像の一辺(既定: バックボーンのもの)",
  "mean and deviation of pictures": "正規化に使う画像の平均と標準偏差",
  "numbers an embedding": "埋め込みの次元数",
  "share of deepest residual paths left out": "最も深い残差経路を飛ばす割合",
  "Of weights that it starts from:": "初期の重みの扱い:",
  "epochs that leave the backbone be": "バックボーンを凍結するエポック数",
  "its learning rate over the head's": "ヘッドに対するバックボーンの学習率の比",
  "leave its BatchNorm be throughout (default: no)":
    "バックボーンのBatchNormを常に凍結(既定: しない)",
  "where a preset or a file freezes it": "プリセットやファイルによる凍結を取り消す",
  "What it learns:": "学習の目標:",
  "what to learn from, after a beginning on all": "学習に使う組を選ぶマイナー(はじめは全部で学習)",
  "between embeddings": "埋め込み間の距離",
  "the loss's and the miner's (default: triplet {0}; others their own)":
    "損失とマイナーのマージン(既定: tripletは{0}、ほかは各自の値)",
  "its other options, such as temperature=0.1": "損失のその他の引数(例: temperature=0.1)",
  "its other options, such as epsilon=0.2": "マイナーのその他の引数(例: epsilon=0.2)",
  "What it learns from:": "学習データ:",
  "images of each identity in it": "そのうちアイデンティティあたりの画像数",
  "how pictures are changed": "データ拡張(augmentation)",
  "other strengths, such as rotation=10 erase=0.25, of {0}":
    "データ拡張の強さの変更(例: rotation=10 erase=0.25)。項目: {0}",
  "How it learns:": "学習の方法:",
  optimiser: "オプティマイザー",
  "the highest of the schedule (default: {0})": "学習率の最大値(既定: {0})",
  "of the learning rate (default: {0}; schedule-free: constant)":
    "学習率のスケジュール(既定: {0}、schedule-freeでは constant)",
  "steps that lead up to it": "学習率を上げていくステップ数",
  "where cosine ends (default: a hundredth)": "cosineの終わりの学習率(既定: 最大値の100分の1)",
  "factor of step, exponential, plateau (default: 0.1; exponential: to a hundredth)":
    "step・exponential・plateauの係数(既定: 0.1、exponentialは最後に100分の1)",
  "between steps (default: a third of the run)": "stepの間隔(エポック数、既定: 全体の3分の1)",
  "without a better AUC: a plateau": "AUCがこのエポック数だけ改善しなければplateauとみなす",
  "not on biases and norms (default: {0})": "重み減衰。バイアスと正規化層は除く(既定: {0})",
  "weight decay on biases and norms too (default: no)":
    "バイアスと正規化層にも重み減衰をかける(既定: かけない)",
  "where a preset or a file has it": "プリセットやファイルの指定を取り消す",
  "SGD's, or the first beta": "SGDのモーメンタム、または1つ目のβ",
  "the second beta": "2つ目のβ",
  "longest gradient, over all parameters (default: any)":
    "全パラメーターの勾配ノルムの上限(既定: なし)",
  "batches a step of the optimiser": "オプティマイザー1ステップあたりのバッチ数",

  // verify
  "Says whether two pictures show the same identity, as a trained model sees it;":
    "学習済みモデルで、2枚の画像が同一のものかどうかを判定します。",
  "with --data, measures how well the model tells the identities of a folder apart.":
    "--data を付けると、フォルダー内のアイデンティティをどれだけ見分けられるかを測定します。",
  "Two pictures exit with 0 for the same, 1 for different, 2 for trouble; a folder with 0 or 2.":
    "終了コードは、2枚の判定では同一なら0、異なれば1、エラーなら2。フォルダーでは0または2。",
  "a picture": "画像",
  "the picture to compare it with": "比べる画像",
  "folder of the run; the newest of runs/ when not given":
    "学習結果のフォルダー(無指定なら runs/ の最新)",
  "decide at this false accept rate instead of the model's own":
    "モデルの既定の代わりに、この他人受入率で判定",
  "decide at this cosine similarity, -1 to 1": "このコサイン類似度(-1〜1)を閾値として判定",
  "verify this folder, one folder an identity":
    "測定するフォルダー(アイデンティティごとにフォルダーを分けたもの)",
  "of the folder, score the pairs of this list alone (as LFW's pairs.txt)":
    "--data で、この一覧のペアだけを測定(LFWの pairs.txt の形式)",
  "each identity enrolled in turn and then all pairs, or all pairs":
    "one-to-one: 1アイデンティティずつ登録して測定した後に全ペア、one-to-many: 全ペア",
  "of the folder, measure on what training saw, too": "--data で、学習に使った画像も測定に含める",
  "where the report, figures and charts go; RUN/verification if not given":
    "レポート、数値、グラフの出力先(無指定なら学習結果の下の verification)",
  "of the folder, only draw a list of pairs, in folds":
    "--data で、分割(fold)付きのペア一覧を作るだけにする",
  "folds of the list, identities apart":
    "一覧の分割数(同じアイデンティティは複数の分割にまたがらない)",
  "pairs of one identity in each, and as many of two": "1分割あたりの正例ペア数(負例ペアも同数)",
  "draws the list": "一覧の乱数シード",
};
