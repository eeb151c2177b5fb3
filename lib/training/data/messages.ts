import { defineMessages } from "../../language/define_messages.ts";

/** What the data of a run say to people. */
export const trainingDataMessages = defineMessages("trainingData", {
  exactCopies: {
    en:
      "{count, plural, one {# held-out image is} other {# held-out images are}} the same file as one of training or validation, which makes the metrics look better than they are: {named}; the run's {file} lists all",
    ja:
      "検証・テスト画像{count, number}枚が訓練または検証の画像と同じで、数値が実力より良く出ます: {named}。一覧は学習結果の {file} にあります",
  },
  nearCopies: {
    en:
      "{count, plural, one {# held-out image is} other {# held-out images are}} nearly the same as one of training or validation, which makes the metrics look better than they are: {named}; the run's {file} lists all",
    ja:
      "検証・テスト画像{count, number}枚が訓練または検証の画像とほぼ同じで、数値が実力より良く出ます: {named}。一覧は学習結果の {file} にあります",
  },
});
