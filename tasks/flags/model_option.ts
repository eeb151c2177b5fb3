import { Option } from "@commander-js/extra-typings";
import type { Text } from "../../lib/language/mod.ts";
import { typedPath } from "./typed_path.ts";

/** The flag of commands that load a model: which one. */
export function modelOption(text: (text: Text) => string) {
  return new Option(
    "--model <run>",
    text({
      en: "folder of the run, or its model file (default: the newest run in runs/)",
      ja: "学習結果のフォルダーかモデルのファイル(既定: runs/ の最新)",
    }),
  ).argParser(typedPath);
}
