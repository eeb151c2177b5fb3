import { defineMessages } from "../../language/define_messages.ts";

/** What a page says where its model cannot work. */
export const engineMessages = defineMessages("engine", {
  noSimd: {
    en:
      "cannot run the model: this browser has no WebAssembly SIMD; use a current Chrome, Edge, Firefox or Safari",
    ja:
      "モデルを動かせません。このブラウザーはWebAssemblyのSIMDに対応していません。Chrome、Edge、Firefox、Safariの新しい版を使ってください",
  },
  workerFailed: {
    en:
      "cannot run the model: its worker does not start; open the page from a web server, such as https://… or http://localhost, and not as a file",
    ja:
      "モデルを動かせません。ワーカーが起動しません。ファイルとして開かずに、https://… や http://localhost などのウェブサーバーから開いてください",
  },
  gpuFailed: {
    en: "the graphics adapter cannot run the model: {detail}",
    ja: "グラフィックスアダプターでモデルを動かせないため: {detail}",
  },
  fileMissing: {
    en:
      "cannot fetch {file}: {reason}; check the connection, and that all exported files are on the server",
    ja:
      "{file} を取得できません({reason})。接続と、エクスポートしたファイルがすべてサーバーにあることを確かめてください",
  },
  status: { en: "the server answers {status, number}", ja: "サーバーの応答 {status, number}" },
  imageRefused: {
    en: "this image cannot be opened; choose another, such as a JPEG, PNG or WebP file",
    ja: "この画像は開けません。JPEG、PNG、WebPなど、別の画像を選んでください",
  },
  failed: {
    en: "the model failed: {detail}; load the page again",
    ja: "モデルの処理に失敗しました({detail})。ページを読み込み直してください",
  },
});
