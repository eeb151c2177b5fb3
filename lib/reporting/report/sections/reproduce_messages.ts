import { defineMessages } from "../../../language/define_messages.ts";

/** What a report says of how to reproduce a run. */
export const reproduceMessages = defineMessages("report.reproduce", {
  heading: { en: "Reproduce this run", ja: "再現するには" },
  conditions: {
    en:
      "With the same seed, version, and backend, a run without a time limit gives the same result to the bit.",
    ja:
      "シード、バージョン、バックエンドが同じで、時間制限のない学習なら、ビット単位で再現できます。",
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
