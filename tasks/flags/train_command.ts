import type { Command } from "@commander-js/extra-typings";
import type { Language, Text } from "../../lib/language/mod.ts";
import { augmentationNames, flagOf, presetNames, settingGroups } from "../../lib/training/mod.ts";
import { currentLanguage, inLanguage, setFlagOf } from "../language/language.ts";
import { addSetting } from "./add_setting.ts";
import { choice, taskCommand } from "./command.ts";

/**
 * The command `deno task train`. Its flags for settings follow from the definitions of the settings, and
 * `parseConfig` checks their values.
 *
 * @param language the language of `--help`; the current one by default
 */
export function trainCommand(language: Language = currentLanguage()): Command {
  setFlagOf(flagOf);
  const text = inLanguage(language);
  const command: Command = taskCommand(
    "train",
    {
      en: "Trains an image verifier on a folder of images, one folder per identity.\n" +
        "Without --data it makes a sample set of faces and trains on that.",
      ja:
        "アイデンティティごとにフォルダーを分けた画像フォルダーから、画像照合モデルを学習します。\n" +
        "--data が無ければ、サンプルの顔画像を作成して学習します。",
    },
    language,
  );
  for (const [index, { title, settings }] of settingGroups.entries()) {
    command.optionsGroup(text(title));
    for (const [key, setting] of Object.entries(settings)) {
      addSetting(command, key, setting, text, { revocable: true });
    }
    if (index === 0) addRunFlags(command, text);
  }
  return command;
}

/** Flags of a run that are not settings, and those that give several settings at once. */
function addRunFlags(command: Command, text: (text: Text) => string): void {
  command
    .option(
      "--out <dir>",
      text({
        en: "folder of the run (default: runs/ and the time)",
        ja: "結果を置くフォルダー(既定: runs/日時)",
      }),
    )
    .option(
      "--resume",
      text({
        en: "continue from the checkpoint of --out, or of the newest run in runs/",
        ja: "チェックポイントから再開(--out のもの、無ければ runs/ の最新)",
      }),
    )
    .option(
      "--json",
      text({ en: "write one JSON document to stdout", ja: "標準出力にJSON文書を1つ出力" }),
    )
    .optionsGroup(
      text({
        en: "Several settings at once; flags override a config file, and both override a preset:",
        ja: "設定をまとめて指定(優先順: フラグ、ファイル、プリセット):",
      }),
    )
    .addOption(choice(
      "--preset <name>",
      text({
        en: "article: yKesamaru's recipe, corrected; modern: measured best",
        ja: "article: yKesamaru氏の記事の設定(修正あり)、modern: 測定で最良だった設定",
      }),
      presetNames,
    ))
    .option(
      "--config <file>",
      text({
        en: "flags as JSON, such as the config.json of a run; its paths count from where you are",
        ja: "フラグを書いたJSONファイル(過去の config.json など)。パスは入力したものと同じ扱い",
      }),
    )
    .addOption(choice(
      "--augmentation <name>",
      text({ en: "how training changes images", ja: "データ拡張(augmentation)" }),
      augmentationNames,
      "default",
    ));
}
