/** Of settings: what they may be, and what was found. */
export const settings: Readonly<Record<string, string>> = {
  "cannot use {0}: {1}": "{0} は使えません: {1}",
  "cannot use {0}: {1}: {2}": "{0} は使えません: {1}: {2}",
  "cannot use {0}: {1}: wanted {2}, found {3}": "{0} は使えません: {1}: {2}が必要ですが、{3} です",
  "cannot use {0}: it takes {1}; found {2}":
    "{0} は使えません: 使える引数は {1} ですが、{2} があります",
  "no options": "なし",
  "these settings": "この設定",
  "these flags": "このフラグの指定",
  "the settings": "設定",
  'the config "{0}"': '設定ファイル "{0}"',
  it: "全体",
  nothing: "未指定",
  none: "なし",
  "a list": "配列",
  "values by name": "名前付きの値",
  "{0}: {1}": "{0}: {1}",
  "{0}; {1}": "{0}、{1}",
  "{0}, {1}": "{0}、{1}",

  // Names.
  "wanted settings by name, found {0}": "名前付きの設定が必要ですが、{0} です",
  "wanted options by name, found {0}": "名前付きの引数が必要ですが、{0} です",
  "wanted strengths by name, found {0}": "名前付きの強さが必要ですが、{0} です",
  "wanted it set, found {0}": "値が必要ですが、{0} です",
  "there is no such setting{0}": "そのような設定はありません{0}",
  "{0}: there is no such setting{1}": "{0}: そのような設定はありません{1}",
  "{0}.{1}: there is no such name; leave it out":
    "{0}.{1}: そのような名前はありません。取り除いてください",
  'cannot use the config "{0}": {1} is given twice; leave one out':
    '設定ファイル "{0}" は使えません。{1} が2回指定されています。片方を外してください',
  "{0}: {1} is given twice; leave one out":
    "{0}: {1} が2回指定されています。一方を取り除いてください",
  "{0}: wanted one value, found a list": "{0}: 値は1つだけ指定できますが、配列です",
  "there is no such strength, wanted one of {0}{1}":
    "そのような強さはありません。使えるのは {0} です{1}",
  "; leave it out": "。取り除いてください",
  '; did you mean "{0}"?': '。"{0}" ではありませんか?',

  // Values.
  "wanted {0}, found {1}": "{0}が必要ですが、{1} です",
  "wanted one of {0}, found {1}{2}": "{0} のいずれかが必要ですが、{1} です{2}",
  "wanted true or false, found {0}": "true か false が必要ですが、{0} です",
  "wanted a text, found {0}": "文字列が必要ですが、{0} です",
  "wanted a number, a text, true or false, found {0}":
    "数値、文字列、true、false のいずれかが必要ですが、{0} です",
  "wanted a number above 0 and below 1 for {0}, found 0":
    "{0} では0より大きく1より小さい数が必要ですが、0です",
  "wanted a number of at most the learning rate, {0}, found {1}":
    "学習率{0}以下の数が必要ですが、{1} です",
  "a share above 0 and below 1, or a whole number of identities of at least 2":
    "0より大きく1より小さい割合、または2以上のアイデンティティ数",
  "a whole number from {0} to {1}": "{0}から{1}までの整数",
  "a whole number from 0 to {0}": "0から{0}までの整数",
  "a whole number of at least {0}": "{0}以上の整数",
  "a number above {0}": "{0}より大きい数",
  "a number of at least {0}": "{0}以上の数",
  "{0} and at most {1}": "{0}(ただし{1}以下)",
  "a number above {0} and below {1}": "{0}より大きく{1}より小さい数",
  "a number of at least 0 and below 1": "0以上1未満の数",
  "a number from 0 to {0}": "0から{0}までの数",
  "a number from 0 to 1": "0から1までの数",
  "true or false": "true か false",
  "one of {0}": "{0} のいずれか",

  // Files.
  'cannot read the config "{0}": {1}; check the path':
    '設定ファイル "{0}" を読めません: {1}。パスを確かめてください',
  "there is no such file": "そのファイルはありません",
  'cannot read the config "{0}": {1}': '設定ファイル "{0}" を読めません: {1}',
  "no JSON": "JSONではありません",
  "no JSON at line {0}, column {1}: {2}": "JSONではありません({0}行{1}列: {2})",

  // Losses, miners and distances.
  loss: "損失",
  miner: "マイナー",
  distance: "距離",
  "cannot use the {0} {1}: wanted one of {2}": "{0} {1} は使えません。使えるのは {2} です",
  'cannot use {0} "{1}": wanted one of {2}': '{0} "{1}" は使えません。使えるのは {2} です',
  'the loss "{0}"': '損失 "{0}"',
  'the miner "{0}"': 'マイナー "{0}"',
  'the loss "{0}" with the miner': '損失 "{0}" ではマイナー',
  'the loss "{0}" with the distance': '損失 "{0}" では距離',
  'cannot use the miner "{0}" with the distance "{1}": wanted {2}':
    'マイナー "{0}" では距離 "{1}" は使えません。使えるのは {2} です',
  'cannot use the miner "{0}" with a memory: it mines a batch alone; wanted the miner "all"':
    'マイナー "{0}" はバッチの中だけで選ぶので、memory と一緒には使えません。マイナー "all" を使ってください',
  'cannot use the loss "triplet" with both swap and a memory: leave one of them out':
    '損失 "triplet" では swap と memory を同時に使えません。一方を取り除いてください',
  'cannot use the loss "triplet" with the miner "{0}" and all of a side, which makes no triplets: wanted easy, hard or semi-hard on both sides':
    'マイナー "{0}" の片側が all ではトリプレットにならず、損失 "triplet" は使えません。両側を easy、hard、semi-hard のいずれかにしてください',
  'cannot use the miner "batch-easy-hard" with positive {0} and negative {1}: beside semi-hard wanted easy or hard':
    'マイナー "batch-easy-hard" では positive {0} と negative {1} を組み合わせられません。semi-hard の相手は easy か hard です',
};
