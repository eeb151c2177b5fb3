import { defineMessages } from "../language/define_messages.ts";

/** What the models say to people. */
export const modelMessages = defineMessages("model", {
  fileMissing: {
    en: 'cannot load a model from "{run}": it has no {file}; train one, or give another run',
    ja:
      '"{run}" からモデルを読み込めません。{file} がありません。学習するか、別の学習結果を指定してください',
  },
});
