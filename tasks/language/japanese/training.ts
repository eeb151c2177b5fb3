/** Of runs: what stops them, and what they warn of. */
export const training: Readonly<Record<string, string>> = {
  'cannot train into "{0}": it holds a run already; go on with --resume, or name another --out':
    '"{0}" では学習できません。すでに学習結果があります。--resume で再開するか、別の --out を指定してください',
  'cannot train into "{0}": the process {1} trains into it now; wait for its end, or name another --out':
    '"{0}" では学習できません。プロセス{1}が学習中です。終わるのを待つか、別の --out を指定してください',
  'cannot train into "{0}": wanted a file of its own at "{1}", found something else; remove it':
    '"{0}" では学習できません。"{1}" が普通のファイルではありません。削除してください',
  'cannot read "{0}": wanted an epoch\'s figures in line {1}, found something else; remove that line to go on without them':
    '"{0}" を読めません。{1}行目がエポックの数値ではありません。その行を削除すれば、その数値なしで再開できます',
  'cannot resume "{0}": wanted finite floats alone in {1}, found others in {2}; train anew with another --out':
    '"{0}" を再開できません。有限の浮動小数点数であるべき {1} の {2} に、そうでないものがあります。別の --out で学習し直してください',
  "cannot go on from a checkpoint: wanted fewer than {0} batches that wait for a step, found {1}; train anew":
    "チェックポイントから再開できません。ステップを待つバッチは{0}個未満のはずが{1}個です。学習し直してください",
  'cannot resume "{0}" with another {1}: it was started with {2}, found {3}; leave the flag out, or train anew with another --out':
    '"{0}" は別の {1} では再開できません。{2} で始めましたが、{3} が指定されています。フラグを外すか、別の --out で学習し直してください',
  'cannot resume "{0}": it has no {1}; name the folder of a run with --out':
    '"{0}" を再開できません。{1} がありません。学習結果のフォルダーを --out で指定してください',
  'cannot resume "{0}": {1} is no JSON; train it anew':
    '"{0}" を再開できません。{1} がJSONではありません。学習し直してください',
  'cannot resume "{0}": it has no checkpoint; train anew with another --out':
    '"{0}" を再開できません。チェックポイントがありません。別の --out で学習し直してください',
  'cannot resume "{0}": {1} is damaged; train anew with another --out':
    '"{0}" を再開できません。{1} が壊れています。別の --out で学習し直してください',
  'cannot resume "{0}": "{1}" does not hold the pictures any more that it was started with; put them back, or train anew with another --out':
    '"{0}" を再開できません。"{1}" の画像が始めたときと変わっています。元に戻すか、別の --out で学習し直してください',
  'the checkpoint of "{0}"': '"{0}" のチェックポイント',
  "the best epoch's weights": "最良のエポックの重み",
  "cannot go on from a checkpoint: wanted the optimiser's {0} of {1} parameters, found {2}; train anew":
    "チェックポイントから再開できません。オプティマイザーの {0} は{1}個のパラメーター分のはずが、{2}個です。学習し直してください",
  "cannot go on from a checkpoint: wanted the optimiser's {0} {1}, found {2}; train anew":
    "チェックポイントから再開できません。オプティマイザーの{0}は {1} のはずが、{2} です。学習し直してください",
  vectors: "ベクトル",
  counters: "カウンター",
  "stopped at step {0}: NaN or infinity in {1}; its pictures were {2}{3}; the last checkpoint before it is kept; train anew with a smaller --learning-rate{4}":
    "ステップ{0}で停止しました。{1}がNaNか無限大になりました。そのときの画像は{2}{3}です。その前の最後のチェックポイントは残っています。--learning-rate を小さくして{4}学習し直してください",
  " or --precision f32": "、または --precision f32 で",
  "the loss": "損失",
  "the gradient of {0}": "{0} の勾配",
  "the parameter {0}": "パラメーター {0}",
  " and {0} more, all in the run's {1}": " ほか{0}枚(すべて学習結果の {1} にあります)",
  'cannot keep "{0}" after {1} steps: wanted finite numbers alone, found others in {2}; the checkpoint before it is kept; train anew with a smaller --learning-rate':
    '{1}ステップ後の "{0}" は保存できません。{2} にNaNか無限大があります。その前のチェックポイントは残っています。--learning-rate を小さくして学習し直してください',
  "the WebGPU device was lost ({0}: {1}): start again; training goes on from the last checkpoint with --resume":
    "WebGPUデバイスが失われました({0}: {1})。もう一度始めてください。学習は --resume で最後のチェックポイントから再開できます",
  "the WebGPU device ran out of memory ({0}): take a smaller --batch or --image-size, or another --backend":
    "WebGPUデバイスのメモリーが足りません({0})。--batch か --image-size を小さくするか、別の --backend を指定してください",

  "WebAssembly's 4 GiB of memory ran out: take a smaller --batch or --image-size, or a GPU with --backend webgpu":
    "WebAssemblyの4 GiBのメモリーが足りません。--batch か --image-size を小さくするか、GPUで --backend webgpu を指定してください",

  "cannot train with --precision f16: wanted a graphics adapter with shader-f16, found {0} ({1}); take --precision f32":
    "--precision f16 では学習できません: shader-f16 のあるグラフィックスアダプターが必要ですが、{0} です({1})。--precision f32 を指定してください",

  // Warnings.
  "the backbone's weights": "バックボーンの重み",
  "BatchNorm's statistics": "BatchNormの統計量",
  "{0} are frozen as they were drawn, which teaches little; start from trained ones with --weights, or freeze nothing":
    "{0}を乱数のまま凍結すると、ほとんど学習できません。--weights で学習済みの重みから始めるか、凍結をやめてください。",
  "the embeddings have collapsed: for {0} steps the loss has been the margin ({1}) and all distances equal ({2}); start again with --miner all or semi-hard, a smaller --learning-rate, or a larger --batch":
    "埋め込みが潰れました。{0}ステップの間、損失がマージン({1})のまま、すべての距離が等しくなっています({2})。--miner all か semi-hard にするか、--learning-rate を小さく、または --batch を大きくしてやり直してください。",
  "the threshold is for a false accept rate of {0}, not {1}: validation has {2} negative pairs, and that rate takes {3}; hold out more with --validation":
    "閾値は他人受入率{1}ではなく{0}に合わせました。検証データの負例ペアは{2}組ですが、{1}には{3}組が必要です。--validation で検証データを増やしてください。",
  'cannot keep decoded pictures in "{0}": {1}; training goes on, and decodes anew what memory does not hold; free some space there':
    '復号した画像を "{0}" に保存できません: {1}。学習は続きますが、メモリーに入らない画像は毎回復号し直します。空き容量を増やしてください。',
  "1 held-out picture is": "検証・テスト画像1枚が",
  "{0} held-out pictures are": "検証・テスト画像{0}枚が",
  "the same file as": "同じ",
  "nearly the same as": "ほぼ同じ",
  "{0} {1} one of training or validation, which flatters the figures: {2}{3}; the run's {4} lists all":
    "{0}訓練または検証の画像と{1}で、数値が実力より良く出ます: {2}{3}。一覧は学習結果の {4} にあります。",
  " and so on": " など",

  // The false accept rate that is asked for.
  "cannot {0} a false accept rate of {1}: that takes {2} negative pairs, found {3} {4}; {5}{6}":
    "他人受入率{1}{0}。負例ペアが{2}組必要ですが、{4}{3}組しかありません。{5}{6}",
  "choose a threshold for": "の閾値は選べません",
  measure: "は測定できません",
  "in validation": "検証データには",
  "in {0}": "{0} には",
  "hold out more with --validation": "--validation で検証データを増やしてください",
  ", or ask for {0} or more": "。または{0}以上を指定してください",

  // What presets mend.
  "preset {0}: {1}": "プリセット {0}: {1}",
  "mended: its validation split is never used; here the epoch and the threshold are chosen on validation identities, which it does not train on":
    "修正: 記事では検証データが使われていません。ここでは学習に使わない検証用アイデンティティでエポックと閾値を選びます",
  "mended: it trains 100 epochs and its learning rate climbs again after epoch 50; here annealing ends where training ends, and goes on at every step, not at every epoch":
    "修正: 記事では100エポック学習し、50エポック以降に学習率がまた上がります。ここでは学習の終わりまで、エポックごとではなくステップごとに下げます",
  "an epoch shows every picture once; its sampler draws 100,000 an epoch":
    "1エポックで全画像を1回ずつ使います。記事のサンプラーは1エポックに100,000枚を選びます",
};
