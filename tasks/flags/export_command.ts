import type { Language, Text } from "../../lib/language/mod.ts";
import { inLanguage } from "../language/language.ts";
import { taskCommand } from "./command.ts";
import { modelOption } from "./model_option.ts";
import { typedPath } from "./typed_path.ts";

/**
 * The flags of `deno task export`, with their help in a language.
 *
 * @param targets what `--to` takes; other names pass, for the task to refuse
 */
export function exportCommand(
  language: Language,
  targets: readonly { readonly name: string; readonly help: Text }[],
) {
  const text = inLanguage(language);
  const names = targets.map(({ name }) => name).join(", ");
  const list = (language: Language) =>
    targets.map(({ name, help }) => `\n  ${name}: ${help[language]}`).join("");
  return taskCommand("export", {
    en: `Writes a trained model in a form that works without Futago:${list("en")}`,
    ja: `学習済みモデルを、Futagoなしで使える形式で書き出します。${list("ja")}`,
  }, language)
    .requiredOption(
      "--to <target>",
      text({ en: `what to write: ${names}`, ja: `書き出す形式: ${names}` }),
    )
    .requiredOption(
      "--out <path>",
      text({ en: "where to write it; nothing is overwritten", ja: "書き出し先(上書きはしない)" }),
      typedPath,
    )
    .addOption(modelOption(text))
    .option(
      "--json",
      text({ en: "print one JSON document on stdout", ja: "標準出力にJSON文書を1つ出す" }),
      false,
    );
}
