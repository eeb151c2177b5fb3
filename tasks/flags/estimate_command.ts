import { defaultBatch } from "../../lib/dataset/mod.ts";
import type { Language } from "../../lib/language/mod.ts";
import { inLanguage } from "../language/language.ts";
import { addCatalogFlags } from "./catalog_flags.ts";
import { taskCommand, wholeNumber } from "./command.ts";
import { typedPath } from "./typed_path.ts";

/** The flags of `deno task estimate-pairs`, with their help in a language. */
export function estimateCommand(language: Language) {
  const text = inLanguage(language);
  const command = taskCommand("estimate-pairs", {
    en:
      "Counts the pairs that a folder of images, one folder per identity, offers to training.\nWith --ids and --images, plans a folder that is not there yet.",
    ja:
      "画像フォルダー(アイデンティティごとに1フォルダー)から、学習に使えるペアがいくつ得られるかを数えます。\n--ids と --images を指定すると、まだないフォルダーの計画を立てます。",
  }, language)
    .argument("[dir]", text({ en: "the folder", ja: "フォルダー" }), typedPath)
    .option(
      "--ids <n>",
      text({ en: "number of identities to plan for", ja: "計画: アイデンティティの数" }),
      wholeNumber(1),
    )
    .option(
      "--images <n>",
      text({
        en: "images of each identity to plan for",
        ja: "計画: アイデンティティあたりの画像数",
      }),
      wholeNumber(1),
    )
    .option(
      "--batch <n>",
      text({
        en: `images per batch (default: ${defaultBatch.batch}, or as many as the identities fill)`,
        ja:
          `1バッチの画像数(既定: ${defaultBatch.batch}、アイデンティティが足りなければ作れる最大)`,
      }),
      wholeNumber(4),
    )
    .option(
      "--per-identity <n>",
      text({
        en: "images of each identity in a batch",
        ja: "バッチに入れる1アイデンティティの画像数",
      }),
      wholeNumber(2),
      defaultBatch.perIdentity,
    )
    .option(
      "--seed <n>",
      text({ en: "seed of the proposed split", ja: "分割案の乱数シード" }),
      wholeNumber(0, 2 ** 31 - 1),
      0,
    )
    .option(
      "--json",
      text({ en: "print one JSON document on stdout", ja: "標準出力にJSON文書を1つ出す" }),
      false,
    );
  addCatalogFlags(command, text);
  return command;
}
