import { defineMessages } from "../../language/define_messages.ts";

/** What the comparison of two images says. */
export const compareMessages = defineMessages("page.compare", {
  first: { en: "first image", ja: "1枚目" },
  second: { en: "second image", ja: "2枚目" },
  waiting: {
    en: "Two images, one verdict: choose them, drop or paste them, or take photos.",
    ja: "画像を2枚入れると判定します。選ぶ、ドロップする、貼り付ける、撮影する、のどれでも。",
  },
  working: { en: "Comparing…", ja: "比べています…" },
  figures: { en: "Figures", ja: "数値" },
  time: { en: "time for both images", ja: "2枚の計算時間" },
  milliseconds: { en: "{time} ms", ja: "{time}ミリ秒" },
  interval: { en: "{value} ({lower} to {upper})", ja: "{value}({lower}〜{upper})" },
});
