import { defineMessages } from "../../lib/language/mod.ts";

/** What `deno task export` says to people. */
export const exportMessages = defineMessages("export", {
  target: { en: "export target", ja: "書き出し先の形式" },
  wroteOnnx: {
    en:
      "wrote {file}: ONNX opset {opset}, {nodes, plural, one {# node} other {# nodes}}, {bytes, plural, one {# byte} other {# bytes}}",
    ja:
      "{file} を書き出しました(ONNX opset {opset}、ノード{nodes, number}個、{bytes, number}バイト)",
  },
  wroteWeb: {
    en:
      "wrote {folder}: a page of {files, plural, one {# file} other {# files}}, {bytes, plural, one {# byte} other {# bytes}}; put the folder on any web server",
    ja:
      "{folder} にページを書き出しました({files, number}ファイル、{bytes, number}バイト)。フォルダーごとウェブサーバーに置いてください",
  },
});
