import { defineMessages } from "../../../language/define_messages.ts";

/** What a report says of how to reproduce a run. */
export const reproduceMessages = defineMessages("report.reproduce", {
  heading: { en: "Reproduce this run", ja: "再現するには" },
  conditions: {
    en: "With the same version and backend, this gives the same model to the bit.",
    ja: "バージョンとバックエンドが同じなら、ビット単位で同じモデルになります。",
  },
  notToTheBit: {
    en:
      "This trains with the same settings and seed, but the model differs a little: a GPU, a time limit, a stop, or another number of epochs after a resume had a part in this run.",
    ja:
      "同じ設定とシードで学習しますが、まったく同じモデルにはなりません。この学習には、GPU、制限時間、途中での停止、再開時のエポック数の変更のいずれかが関わっています。",
  },
  files: {
    en: "The charts are also next to this page, in charts/, as SVG and PNG.",
    ja: "グラフはこのページと同じフォルダーの charts/ に、SVGとPNGで入っています。",
  },
  run: { en: "run", ja: "実行" },
  finished: { en: "finished", ja: "終了日時" },
  version: { en: "Futago", ja: "Futago" },
  backend: { en: "backend", ja: "バックエンド" },
  system: { en: "system", ja: "システム" },
  seed: { en: "seed", ja: "シード" },
  trainingTime: { en: "training time", ja: "学習時間" },
  seconds: { en: "{seconds, number} s", ja: "{seconds, number}秒" },
  imagesPerSecond: { en: "images per second", ja: "1秒あたりの画像" },
  catalogHash: { en: "hash of the images", ja: "画像のハッシュ" },
});
