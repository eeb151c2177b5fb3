import type { Language } from "../../lib/language/mod.ts";
import { inLanguage } from "../language/language.ts";
import { taskCommand } from "./command.ts";

/** The flags of `deno task doctor`, with their help in a language. */
export function doctorCommand(language: Language) {
  const text = inLanguage(language);
  return taskCommand("doctor", {
    en:
      "Shows what this machine offers to training, and checks every kernel against its reference.\n" +
      "The exit code is 0 if training is possible, and 2 if a kernel is wrong or no backend works.",
    ja: "このマシンで学習に使えるものを示し、すべてのカーネルを基準と比べて検査します。\n" +
      "終了コードは、学習できれば0、カーネルに誤りがあるか、動くバックエンドが無ければ2です。",
  }, language)
    .option(
      "--json",
      text({ en: "print one JSON document to stdout", ja: "JSON文書を1つ標準出力へ書く" }),
      false,
    );
}
