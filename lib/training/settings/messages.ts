import { defineMessages } from "../../language/define_messages.ts";

/** What the settings of a run say to people. */
export const settingsMessages = defineMessages("settings", {
  // What a value can be.
  heldOut: {
    en: "a fraction above 0 and below 1, or a whole number of identities of at least 2",
    ja: "0より大きく1より小さい割合、または2以上のアイデンティティ数",
  },
  heldOutOrNone: {
    en: "0, a fraction above 0 and below 1, or a whole number of identities of at least 2",
    ja: "0、0より大きく1より小さい割合、または2以上のアイデンティティ数",
  },
  optionValue: {
    en: "a number, a text, true or false",
    ja: "数値、文字列、true、false のいずれか",
  },
  optionsByName: { en: "options by name", ja: "名前付きの引数" },
  strengthsByName: { en: "strengths by name", ja: "名前付きの強さ" },
  settingsByName: { en: "settings by name", ja: "名前付きの設定" },
  oneValue: { en: "one value", ja: "1つの値" },
  aValue: { en: "a value", ja: "値" },
  momentum: {
    en: "a number above 0 and below 1 for the optimizer {optimizer}",
    ja: "オプティマイザー {optimizer} では0より大きく1より小さい数",
  },
  atMostLearningRate: {
    en: "a number of at most the learning rate, {learningRate}",
    ja: "学習率{learningRate}以下の数",
  },

  // What is wrong.
  unknownStrength: {
    en: "there is no such strength; expected {names}{suggestion}",
    ja: "そのような強さはありません。使えるのは {names} です{suggestion}",
  },
  unknown: {
    en: "there is no such setting; remove it",
    ja: "そのような設定はありません。取り除いてください",
  },
  unknownNear: {
    en: "there is no such setting{suggestion}",
    ja: "そのような設定はありません{suggestion}",
  },
  unknownMember: {
    en: "there is no such name; remove it",
    ja: "そのような名前はありません。取り除いてください",
  },
  twice: {
    en: "{setting} is given twice; remove one of them",
    ja: "{setting} が2回指定されています。一方を取り除いてください",
  },

  foldsMisfit: {
    en:
      "cannot use {folds} with {other}: folds hold out every identity once, all for the same epochs; leave out one of the two",
    ja:
      "{folds} と {other} は一緒に使えません。交差検証では、すべてのアイデンティティを一度ずつ、同じエポック数で測定します。どちらかの指定を外してください",
  },

  // Where it is wrong.
  member: { en: "{setting}.{member}", ja: "{setting}.{member}" },
  cannotUse: { en: "cannot use {source}: {fault}", ja: "{source} は使えません: {fault}" },
  cannotUseSetting: {
    en: "cannot use {source}: {setting}: {fault}",
    ja: "{source} は使えません: {setting}: {fault}",
  },
  theseSettings: { en: "these settings", ja: "この設定" },
  theseOptions: { en: "these options", ja: "この指定" },
  theConfig: { en: 'the config "{path}"', ja: '設定ファイル "{path}"' },

  // A config file.
  configMissing: {
    en: 'cannot read the config "{path}": there is no such file; check the path',
    ja: '設定ファイル "{path}" を読めません。そのファイルはありません。パスを確かめてください',
  },
  configNoJson: {
    en: 'cannot read the config "{path}": it is not JSON',
    ja: '設定ファイル "{path}" を読めません。JSONではありません',
  },
  configNoJsonAt: {
    en: 'cannot read the config "{path}": it is not JSON at line {line}, column {column}: {fault}',
    ja: '設定ファイル "{path}" を読めません。JSONではありません({line}行{column}列: {fault})',
  },

  // What the presets change about their source.
  articleValidation: {
    en:
      "changed: the article never uses its validation split; here, validation identities, which the model does not train on, choose the epoch and the threshold",
    ja:
      "修正: 記事では検証データが使われていません。ここでは学習に使わない検証用アイデンティティでエポックと閾値を選びます",
  },
  articleSchedule: {
    en:
      "changed: the article trains for 100 epochs, and its learning rate rises again after epoch 50; here annealing ends where training ends, and advances at every step, not at every epoch",
    ja:
      "修正: 記事では100エポック学習し、50エポック以降に学習率がまた上がります。ここでは学習の終わりまで、エポックごとではなくステップごとに下げます",
  },
  articleEpoch: {
    en: "an epoch shows every image once; the article's sampler takes 100,000 images per epoch",
    ja: "1エポックで全画像を1回ずつ使います。記事のサンプラーは1エポックに100,000枚を選びます",
  },
});
