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
});
