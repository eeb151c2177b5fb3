import { requireNewFile } from "../../lib/io/mod.ts";
import { displayPath } from "../flags/display_path.ts";
import { exportMessages as messages } from "../output/export_messages.ts";
import type { ExportTarget } from "./export_target.ts";

/** One file for ONNX Runtime and all else that reads ONNX. */
export const onnx: ExportTarget = {
  name: "onnx",
  help: {
    en: "one file for ONNX Runtime: Python, C#, C++, Java, phones",
    ja: "ONNX Runtime用のファイル1つ(Python、C#、C++、Java、スマートフォン)",
  },
  requireOut: (out) => requireNewFile(out, "out"),
  async write(run, out) {
    const { exportOnnx } = await import("../../lib/onnx/mod.ts");
    const figures = { ...await exportOnnx(run, out) };
    return { message: messages.wroteOnnx({ file: displayPath(out), ...figures }), figures };
  },
};
