import { defineMessages } from "../../language/define_messages.ts";

/** What the search for a person says. */
export const whoMessages = defineMessages("page.who", {
  probe: { en: "image of somebody", ja: "調べる画像" },
  live: { en: "Identify live", ja: "カメラで調べ続ける" },
  liveHeading: { en: "Who is this? Live", ja: "これは誰?(ライブ)" },
  waiting: { en: "Show an image, and see who it is.", ja: "画像を見せると、誰かを調べます。" },
  working: { en: "Looking…", ja: "調べています…" },
  unknown: { en: "Unknown", ja: "該当者なし" },
  similarity: { en: "similarity", ja: "類似度" },
  mostSimilar: { en: "most similar", ja: "最も似ている人" },
  runnerUp: { en: "runner-up", ja: "次に似ている人" },
  candidate: { en: "{name}, {similarity}", ja: "{name}({similarity})" },
  threshold: { en: "threshold for this gallery", ja: "この登録数での閾値" },
  time: { en: "time", ja: "計算時間" },
  strictness: {
    en: "How often a stranger may be taken for somebody",
    ja: "登録されていない人を誰かと取り違えてよい割合",
  },
});
