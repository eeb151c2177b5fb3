import type { Words } from "./words_en.ts";

/** All that a report says, in Japanese. */
export const wordsJa: Words = {
  locale: "ja",
  percent: (figure) => `${figure}%`,
  interval: (from, to) => `95%信頼区間 ${from}〜${to}`,
  noInterval: "アイデンティティが少なく信頼区間なし",
  title: (run) => `${run} の学習レポート`,
  kind: "学習レポート",
  contents: "目次",
  more: (count) => `ほか${count}件`,
  unsupported: "負例ペアが足りません",
  tooFew: "ペア不足",
  seconds: (count) => `${count}秒`,
  lead: ({ backbone, identities, images, epochs, seconds, backend }) =>
    `${identities}アイデンティティ、画像${images}枚、${backbone}、${epochs}エポック、${backend}で${seconds}秒`,

  verdict: {
    heading: "結果",
    recognises: (accepted, of, threshold) =>
      `閾値${threshold}のとき、同一のペア${of}組のうち${accepted}組を同一と判定し、`,
    mistakes: (mistaken, of) => `異なるペア${of}組のうち${mistaken}組を誤って同一と判定します。`,
    noMistakes: (pairs, bound) =>
      `異なるペア${pairs}組を一度も誤って同一と判定しませんでした(他人受入率は${bound}未満とみられます)。`,
    measuredOn: (identities, images, positives, negatives) =>
      `訓練にも、エポックと閾値の選択にも使っていない${identities}アイデンティティ(画像${images}枚、` +
      `同一のペア${positives}組、異なるペア${negatives}組)で測定しました。`,
    intervals: (identities, replicates) =>
      `信頼区間は、この${identities}アイデンティティを復元抽出した${replicates}回の測定の95%が入る範囲です。` +
      "ほかのアイデンティティでも、この範囲の値が見込まれます。",
    auc: "AUC",
    aucSays: "同一のペアが異なるペアより似ていると判定される確率",
    eer: "等価エラー率(EER)",
    eerSays: "他人受入率と本人拒否率が等しくなる誤り率",
    tar: (far) => `他人受入率${far}での本人受入率`,
    tarSays: "他人受入率をここまで抑えたときに、同一のペアを同一と判定できる割合",
    far: "他人受入率(FAR)",
    farSays: (target) => `検証データで${target}を目標に選んだ閾値での実測値`,
    frr: "本人拒否率(FRR)",
    frrSays: "同じ閾値での実測値",
    threshold: "閾値",
    thresholdSays: "コサイン類似度がこれ以上なら同一と判定",
  },
  cautions: {
    heading: "注意点",
    interrupted: "学習は途中で止められました。--resume で再開できます。",
    targetFar: (asked, taken, negatives) =>
      `閾値は他人受入率${asked}ではなく${taken}に合わせてあります。検証データの負例ペアが足りません` +
      `(${asked}には${negatives}組が必要です)。`,
    fewIdentities: (identities) =>
      `テストのアイデンティティが${identities}と少ないため、数値は顔ぶれに大きく左右されます。` +
      "--test で増やせます。",
    conflicts: (groups) =>
      `同じ画像が2つのアイデンティティに入っています(${groups}件)。少なくとも一方のラベルは誤りです。`,
    copies: (pictures) =>
      `訓練または検証データにも(ほぼ)同じ画像がある検証・テスト画像が${pictures}枚あり、数値が実力より良く出ます。` +
      "一覧は duplicates.json にあります。",
    skipped: (pictures) => `デコードできずに飛ばした画像が${pictures}枚あります。`,
  },
  data: {
    heading: "学習に使ったデータ",
    folder: "フォルダー",
    part: "区分",
    parts: { train: "訓練", validation: "検証", test: "テスト" },
    purpose: {
      train: "学習",
      validation: "エポックと閾値の選択",
      test: "このレポートの数値の測定",
    },
    ownFolder: (folder) => `${folder} より`,
    identities: "アイデンティティ",
    images: "画像",
    positivePairs: "正例ペア",
    negativePairs: "負例ペア",
    apart: "アイデンティティ単位で分けてあり、2つの区分にまたがるものはありません。",
    leftOut: "除外したファイル",
    skipped: "デコードできなかった画像",
    duplicates: "1つのアイデンティティに重複する画像",
    conflicts: "2つのアイデンティティにまたがる同じ画像",
    path: "パス",
    reason: "理由",
  },
  verified: {
    title: (folder) => `${folder} の照合性能レポート`,
    kind: "照合性能レポート",
    lead: (identities, images, run) =>
      `${identities}アイデンティティ、画像${images}枚、${run} のモデルによる測定`,
    measuredOn: (identities, images, positives, negatives) =>
      `このフォルダーの${identities}アイデンティティ(画像${images}枚、同一のペア${positives}組、` +
      `異なるペア${negatives}組)で測定しました。`,
    farAsked: "指定された閾値での実測値",
    mapSays: (pictures, identities) =>
      `画像${pictures}枚(${identities}アイデンティティ)の特徴ベクトル(埋め込み)をUMAPで2次元に写しました。` +
      "モデルが似ていると見る画像が近くに並びます。重ならないように少しずらしてあります。" +
      "かたまり同士の距離にはあまり意味がありませんが、別のアイデンティティに紛れた画像は要注意です。",
    hardestSays: "ラベルの誤りはまずここに現れます。1枚の画像は2組までに限って示します。",
    fewIdentities: (identities) =>
      `アイデンティティが${identities}と少ないため、数値は顔ぶれに大きく左右されます。`,
    heading: "測定したデータ",
    run: "モデル(学習結果のフォルダー)",
    missingPairs: "一覧のうち除外したペア",
    folds: "交差検証の正解率",
    foldsValue: (mean, error, folds) => `${mean}(標準誤差${error}、${folds}分割)`,
    openSet: "オープンセット識別",
    openSetValue: (known, probes, strangers) =>
      `登録${known}アイデンティティ、照合する画像は登録者${probes}枚と未登録者${strangers}枚`,
    rankOne: "登録者の中での1位認識率",
    dir: (far) => `未登録者の${far}を誰かと誤るときの認識率`,
    seenUnknown:
      "学習に使われた画像の記録がありません。この中に含まれていれば、数値は実力より良く出ます。",
    seenLeftOut: (images, identities, all) =>
      `このうち画像${images}枚は学習に使われていたため、その${identities}アイデンティティ(画像${all}枚)を除外しました。`,
    seenIncluded: (images, identities) =>
      `このうち画像${images}枚(${identities}アイデンティティ)は学習に使われており、数値は実力より良く出ます。`,
  },
  training: {
    heading: "学習の経過",
    says: (epoch, epochs, auc) =>
      `全${epochs}エポックのうち第${epoch}エポックの重みを採用しました(検証データのAUC ${auc})。`,
    loss: "損失",
    auc: "検証データのAUC",
    eer: "検証データの等価エラー率",
    distances: "訓練バッチ内の平均距離",
    table: "全エポックの表",
    epoch: "エポック",
    rate: "学習率",
    miner: "マイナー",
    active: "有効",
    speed: "画像/秒",
  },
  test: {
    heading: "照合の性能",
    roc: "ROC曲線",
    rocSays: (auc) =>
      `他人受入率ごとに、同一のペアをどれだけ認識できるか。AUC ${auc}。左上にあるほど良い。`,
    pr: "適合率-再現率曲線",
    prSays: (ap) =>
      `受け入れる同一のペアを増やすとき、受け入れたペアのどれだけが正しいか。平均適合率 ${ap}。`,
    det: "DET曲線",
    detSays: (eer) => `2種類の誤りの兼ね合い。両者は${eer}で等しくなる。左下にあるほど良い。`,
    histogram: "類似度の分布",
    histogramSays: "同一のペアと異なるペアの類似度。重なるところでは、どの閾値でも誤りが出る。",
    tarTable: "他人受入率を決めたときの本人受入率",
    far: "他人受入率",
    tar: "本人受入率",
    interval: "95%信頼区間",
    thresholdTable: "閾値の選び方",
    thresholdSays: "左端の目標値に合わせて検証データで選んだ閾値と、テストデータでの実測値。",
    wanted: "目標の他人受入率",
    threshold: "閾値",
    farMeasured: "他人受入率",
    frrMeasured: "本人拒否率",
    chosen: "モデルの既定",
    precisionAt1: "Precision@1",
    rPrecision: "R-Precision",
    mapAtR: "MAP@R",
    mrr: "平均逆順位(MRR)",
    averagePrecision: "平均適合率",
    accuracy: "最良の正解率",
    balancedAccuracy: "最良の均衡正解率",
    otherFigures: "その他の指標",
    figure: "指標",
    value: "値",
  },
  map: {
    heading: "特徴ベクトルの分布",
    says: (pictures, identities) =>
      `テスト画像${pictures}枚(${identities}アイデンティティ)の特徴ベクトル(埋め込み)をUMAPで2次元に写しました。` +
      "モデルが似ていると見る画像が近くに並びます。重ならないように少しずらしてあります。" +
      "かたまり同士の距離にはあまり意味がありませんが、別のアイデンティティに紛れた画像は要注意です。",
    label: "アイデンティティごとに色分けした枠付き画像による特徴ベクトルの分布図",
  },
  hardest: {
    heading: "間違えやすいペア",
    says:
      "ラベルの誤りはまずここに現れます。学習し直す前に、これらのペアを確かめてください。1枚の画像は2組までに限って示します。",
    positives: "同一なのに似ていないペア",
    negatives: "異なるのに似ているペア",
    wrong: (similarity) => `類似度 ${similarity}、誤判定`,
    right: (similarity) => `類似度 ${similarity}、正しく判定`,
    picture: (identity) => `${identity} の画像`,
  },
  identities: {
    heading: "アイデンティティ別の成績(悪い順)",
    identity: "アイデンティティ",
    images: "画像",
    auc: "AUC",
    frr: "本人拒否率",
    far: "他人受入率",
    similarity: "同一ペアの平均類似度",
    rest: (count) => `残りの${count}件`,
  },
  estimate: {
    heading: "データの規模",
    says: "estimate-pairs による、全区分の集計です。",
    perIdentity: "アイデンティティあたりの画像",
    spread: (min, median, max) => `最小${min}、中央値${median}、最大${max}`,
    imbalance: "不均衡(最大÷最小)",
    singletons: "画像が1枚だけのアイデンティティ",
    triplets: "トリプレット",
    perBatch: (what) => `1バッチあたりの${what}`,
    batches: "全画像を一巡するバッチ数",
    scope: "アイデンティティ数から見た規模",
    scopes: { small: "小規模", medium: "中規模", large: "大規模" },
    missing: (scope, count, next) => `${scope}(${next}まであと${count})`,
    twiceImages: "画像を2倍にした場合の正例ペア",
    twiceIdentities: "アイデンティティを2倍にした場合の正例ペア",
    smallestFar: "テストデータで裏付けられる最小の他人受入率",
  },
  settings: {
    heading: "すべての設定",
    says: (changed) => `既定値と異なる設定は${changed}件で、太字で示します。`,
    name: "設定",
    value: "値",
    usual: "既定値",
    changed: "変更あり",
  },
  repeat: {
    heading: "再現するには",
    says:
      "シード、バージョン、バックエンドが同じで、時間制限のない学習なら、ビット単位で再現できます。",
    run: "実行",
    finished: "終了日時",
    version: "Futago",
    backend: "バックエンド",
    system: "システム",
    catalog: "画像のハッシュ",
    trained: "学習時間",
    speed: "1秒あたりの画像",
    seed: "シード",
    files: "グラフはこのページと同じフォルダーの charts/ に、SVGとPNGで入っています。",
  },
  charts: {
    far: "他人受入率",
    tar: "本人受入率",
    frr: "本人拒否率",
    precision: "適合率",
    recall: "再現率",
    similarity: "コサイン類似度",
    shareOfPairs: "ペアの割合",
    epoch: "エポック",
    loss: "損失",
    auc: "AUC",
    eer: "EER",
    distance: "距離",
    model: "このモデル",
    chance: "ランダム",
    interval: "95%信頼区間",
    equalErrors: "FAR=FRR",
    positivePairs: "同一",
    negativePairs: "異なる",
    threshold: (threshold) => `閾値 ${threshold.toFixed(3)}`,
    keptEpoch: (epoch) => `採用した第${epoch}エポック`,
    rocTitle: (auc) => `ROC曲線、AUC ${auc.toFixed(4)}`,
    precisionRecallTitle: (ap) => `適合率-再現率曲線、AP ${ap.toFixed(4)}`,
    detTitle: (eer) => `DET曲線、EER ${(100 * eer).toFixed(2)}%`,
    histogramTitle: "ペアの類似度の分布",
    lossTitle: "損失",
    aucTitle: "検証データのAUC",
    eerTitle: "検証データの等価エラー率",
    distancesTitle: "訓練中の平均距離",
    mapTitle: "特徴ベクトルの2次元表示",
  },
};
