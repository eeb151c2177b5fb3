import { defineMessages } from "../language/define_messages.ts";

/** What the models say to people. */
export const modelMessages = defineMessages("model", {
  fileMissing: {
    en: 'cannot load a model from "{run}": it has no {file}; train one, or give another run',
    ja:
      '"{run}" からモデルを読み込めません。{file} がありません。学習するか、別の学習結果を指定してください',
  },
  thresholdNameRefused: {
    en:
      "cannot keep a threshold: expected a name of 1 to 64 characters on one line, such as office; name it with {option}",
    ja:
      "閾値を保存できません。名前は office のような、1行で64文字までのものにしてください。{option} で指定できます",
  },
  thresholdThere: {
    en:
      'cannot keep the threshold "{name}": the model has one of that name, from the folder "{folder}" on {date}; give another name with {option}, or replace it with {replace}',
    ja:
      '閾値「{name}」を保存できません。同じ名前の閾値があります(フォルダー "{folder}"、{date})。{option} で別の名前を付けるか、{replace} で置き換えてください',
  },
  tooManyThresholds: {
    en: "cannot keep another threshold: the model has {most}, {names}; replace one with {replace}",
    ja:
      "閾値をこれ以上保存できません。モデルに{most}個あります({names})。{replace} でどれかを置き換えてください",
  },
});
