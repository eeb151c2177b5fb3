import { defineMessages } from "../../language/define_messages.ts";

/** What the frame of the page says: around what it does with images. */
export const pageMessages = defineMessages("page", {
  title: { en: "Futago: same or different?", ja: "Futago(双子): 同じ? 違う?" },
  tagline: { en: "Same or different, and how sure?", ja: "同じ? 違う? どのくらい確か?" },
  tabs: { en: "What to do", ja: "できること" },
  compare: { en: "Compare", ja: "見比べる" },
  who: { en: "Who is this?", ja: "これは誰?" },
  language: { en: "Language", ja: "言語" },
  loading: { en: "Loading the model…", ja: "モデルを読み込んでいます…" },
  privacy: {
    en: "Images never leave this device.",
    ja: "画像がこの端末から外に出ることはありません。",
  },
  backend: {
    en: "Computed with {backend}: {reason}.",
    ja: "{backend}で計算しています({reason})。",
  },
  backendThreads: {
    en: "Computed with {backend}, {threads, number} threads: {reason}.",
    ja: "{backend}({threads, number}スレッド)で計算しています({reason})。",
  },
  openedAsFile: {
    en:
      "cannot start: the page is opened as a file, and browsers let files load no model; put the folder on a web server, such as http://localhost",
    ja:
      "開始できません。ファイルとして開かれています。ブラウザーはファイルからモデルを読み込めないので、フォルダーをウェブサーバー(http://localhost など)に置いて開いてください",
  },
  startFailed: {
    en: "cannot start the model: {detail}; load the page again",
    ja: "モデルを開始できません({detail})。ページを読み込み直してください",
  },
  updated: {
    en: "There is a new version of this page.",
    ja: "このページの新しい版があります。",
  },
  reload: { en: "Load it", ja: "読み込む" },
});
