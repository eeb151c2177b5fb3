import { defineMessages } from "../../language/define_messages.ts";

/** What the files of a run's folder say to people. */
export const runFolderMessages = defineMessages("runFolder", {
  holdsRun: {
    en:
      'cannot train into "{run}": it already holds a run; continue it with {resume}, or choose another {out}',
    ja:
      '"{run}" では学習できません。すでに学習結果があります。{resume} で再開するか、別の {out} を指定してください',
  },
  inUse: {
    en:
      'cannot train into "{run}": process {holder} is training into it; wait until it ends, or choose another {out}',
    ja:
      '"{run}" では学習できません。プロセス{holder}が学習中です。終わるのを待つか、別の {out} を指定してください',
  },
  lockNoFile: {
    en:
      'cannot train into "{run}": expected a regular file at "{path}", got something else; remove it',
    ja: '"{run}" では学習できません。"{path}" が普通のファイルではありません。削除してください',
  },
  noConfig: {
    en: 'cannot resume "{run}": it has no {file}; give the folder of a run as {out}',
    ja:
      '"{run}" を再開できません。{file} がありません。学習結果のフォルダーを {out} で指定してください',
  },
  configNoJson: {
    en: 'cannot resume "{run}": {path} is not JSON; train again',
    ja: '"{run}" を再開できません。{path} がJSONではありません。学習し直してください',
  },
  theSettings: { en: "the settings", ja: "設定" },
  otherSetting: {
    en:
      'cannot resume "{run}" with another {setting}: it started with {before}, got {now}; leave it out, or train again with another {out}',
    ja:
      '"{run}" は別の {setting} では再開できません。{before} で始めましたが、{now} が指定されています。指定を外すか、別の {out} で学習し直してください',
  },
  fewerEpochs: {
    en:
      'cannot resume "{run}" with {option} {epochs, number}: {done, plural, one {# epoch is} other {# epochs are}} done; ask for as many or more, or train again with another {out}',
    ja:
      '"{run}" を {option} {epochs, number} で再開できません。すでに{done, number}エポック終わっています。それ以上の数を指定するか、別の {out} で学習し直してください',
  },
  newerVersion: {
    en:
      "cannot use {source}: expected format version 0 to {newest}, got {found}; use the version of Futago that wrote it",
    ja:
      "{source} は使えません。読めるフォーマットバージョンは0から{newest}ですが、{found} です。書き出したバージョンのFutagoを使ってください",
  },
  noCheckpoint: {
    en: 'cannot resume "{run}": it has no checkpoint; train again with another {out}',
    ja: '"{run}" を再開できません。チェックポイントがありません。別の {out} で学習し直してください',
  },
  notFinite: {
    en:
      'cannot resume "{run}": expected only finite float32 numbers in {path}, got others in {tensor}; train again with another {out}',
    ja:
      '"{run}" を再開できません。有限のfloat32であるべき {path} の {tensor} に、そうでないものがあります。別の {out} で学習し直してください',
  },
  damaged: {
    en: 'cannot resume "{run}": {path} is damaged; train again with another {out}',
    ja: '"{run}" を再開できません。{path} が壊れています。別の {out} で学習し直してください',
  },
  thresholdsDropped: {
    en:
      "the model's weights have changed, so it no longer keeps {count, plural, one {the threshold} other {the thresholds}} {names}; choose again with {calibrate}",
    ja:
      "モデルの重みが変わったため、保存されていた閾値{count, number}個({names})は削除しました。{calibrate} で選び直してください",
  },
  noMetrics: {
    en:
      'cannot read "{path}": expected the metrics of an epoch in line {line}, got something else; remove that line to continue without them',
    ja:
      '"{path}" を読めません。{line}行目がエポックの数値ではありません。その行を削除すれば、その数値なしで再開できます',
  },
});

/** The option that names the run's folder. */
export const out = { option: "out" };
