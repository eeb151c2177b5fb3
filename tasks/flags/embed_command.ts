import type { Language } from "../../lib/language/mod.ts";
import { inLanguage } from "../language/language.ts";
import { addCatalogFlags } from "./catalog_flags.ts";
import { backendOption } from "./backend_option.ts";
import { taskCommand } from "./command.ts";
import { modelOption } from "./model_option.ts";
import { typedPath } from "./typed_path.ts";

/** The flags of `deno task embed`, with their help in a language. */
export function embedCommand(language: Language) {
  const text = inLanguage(language);
  const command = taskCommand("embed", {
    en:
      "Embeds all images of a folder with a trained model, and writes the embeddings to a file, with the\n" +
      "path, the identity and the label of each image.",
    ja:
      "学習済みモデルでフォルダー内の全画像の埋め込みを計算し、各画像のパス、アイデンティティ、\n" +
      "ラベルとともにファイルに書き出します。",
  }, language)
    .requiredOption(
      "--data <dir>",
      text({
        en: "folder of images, one folder per identity",
        ja: "画像フォルダー(アイデンティティごとにフォルダーを分けたもの)",
      }),
      typedPath,
    )
    .requiredOption(
      "--out <file>",
      text({
        en: "new file; .npy (names in a .csv beside it), .csv, .safetensors or .parquet",
        ja: "新しいファイル。.npy(名前は隣の .csv)、.csv、.safetensors、.parquet のいずれか",
      }),
      typedPath,
    )
    .addOption(modelOption(text))
    .addOption(backendOption(text))
    .option(
      "--json",
      text({ en: "print one JSON document on stdout", ja: "標準出力にJSON文書を1つ出す" }),
      false,
    );
  addCatalogFlags(command, text);
  return command;
}
