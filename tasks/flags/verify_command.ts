import { Option } from "@commander-js/extra-typings";
import { type Language, UserError } from "../../lib/language/mod.ts";
import { backendOption } from "./backend_option.ts";
import { inLanguage } from "../language/language.ts";
import { addCatalogFlags, catalogKeys } from "./catalog_flags.ts";
import { fraction, taskCommand, wholeNumber } from "./command.ts";
import { commandMessages } from "./command_messages.ts";
import { modelOption } from "./model_option.ts";
import { typedPath } from "./typed_path.ts";

/** The flags of `deno task verify`, with their help in a language. */
export function verifyCommand(language: Language) {
  const text = inLanguage(language);
  const command = taskCommand("verify", {
    en:
      "Says whether two images show the same identity, according to a trained model.\nWith --data, measures how well the model tells the identities of a folder apart.\n\nTwo images exit with 0 for the same identity, 1 for different ones, 2 for errors; a folder with 0 or 2.",
    ja:
      "学習済みモデルで、2枚の画像が同一のものかどうかを判定します。\n--data を付けると、フォルダー内のアイデンティティをどれだけ見分けられるかを測定します。\n\n終了コードは、2枚の判定では同一なら0、異なれば1、エラーなら2。フォルダーでは0または2。",
  }, language)
    .argument("[A]", text({ en: "an image", ja: "画像" }), typedPath)
    .argument("[B]", text({ en: "the image to compare it with", ja: "比べる画像" }), typedPath)
    .addOption(modelOption(text))
    .addOption(
      new Option(
        "--far <rate>",
        text({
          en: "decide at this false accept rate instead of the model's own",
          ja: "モデルの既定の代わりに、この他人受入率で判定",
        }),
      ).argParser(fraction).conflicts("threshold"),
    )
    .option(
      "--threshold <x>",
      text({
        en: "decide at this cosine similarity, -1 to 1",
        ja: "このコサイン類似度(-1〜1)を閾値として判定",
      }),
      cosine,
    )
    .addOption(
      new Option(
        "--threshold-name <name>",
        text({
          en:
            "decide by the threshold that the model keeps under this name; with --calibrate, the name to keep it under (default: that of the folder)",
          ja:
            "モデルに保存したこの名前の閾値で判定。--calibrate では、保存する名前(既定: フォルダー名)",
        }),
      ).conflicts("threshold"),
    )
    .option(
      "--data <dir>",
      text({
        en: "verify this folder, one folder per identity",
        ja: "測定するフォルダー(アイデンティティごとにフォルダーを分けたもの)",
      }),
      typedPath,
    )
    .addOption(
      new Option(
        "--embeddings <file>",
        text({
          en: "verify the embeddings of this file, as deno task embed or another program writes it",
          ja: "測定する埋め込みのファイル(deno task embed やほかのプログラムで書き出したもの)",
        }),
      ).argParser(typedPath).conflicts([
        "data",
        "includeSeen",
        "writePairs",
        "calibrate",
        "backend",
        ...catalogKeys,
      ]),
    )
    .option(
      "--pairs <file>",
      text({
        en: "with --data: measure only the pairs of this list (as LFW's pairs.txt)",
        ja: "--data で、この一覧のペアだけを測定(LFWの pairs.txt の形式)",
      }),
      typedPath,
    )
    .addOption(
      new Option(
        "--mode <mode>",
        text({
          en: "with --data: all pairs, or each identity enrolled in turn and then all pairs",
          ja:
            "--data で、one-to-many: 全ペア、one-to-one: 1アイデンティティずつ登録して測定した後に全ペア",
        }),
      ).choices(["one-to-one", "one-to-many"]).default("one-to-many", "one-to-many"),
    )
    .addOption(
      new Option(
        "--calibrate",
        text({
          en:
            "with --data: choose a threshold for this folder, at the rate of --far, and keep it in the model",
          ja: "--data で、このフォルダーに合う閾値を --far の他人受入率で選び、モデルに保存",
        }),
      ).default(false, "").conflicts(["threshold", "includeSeen"]),
    )
    .option(
      "--replace",
      text({
        en: "with --calibrate: replace a threshold of the same name",
        ja: "--calibrate で、同じ名前の閾値を置き換える",
      }),
      false,
    )
    .option(
      "--include-seen",
      text({
        en: "with --data: also measure on images that training saw",
        ja: "--data で、学習に使った画像も測定に含める",
      }),
      false,
    )
    .option(
      "--out <dir>",
      text({
        en: "folder for the report, metrics, and charts (default: verification in the run)",
        ja: "レポート、数値、グラフの出力先(既定: 学習結果の下の verification)",
      }),
      typedPath,
    )
    .addOption(
      new Option(
        "--write-pairs <file>",
        text({
          en: "with --data: only make a list of pairs, in folds",
          ja: "--data で、分割(fold)付きのペア一覧を作るだけにする",
        }),
      )
        .argParser(typedPath)
        .conflicts([
          ...["pairs", "mode", "includeSeen", "out", "far", "threshold"],
          ...["thresholdName", "calibrate"],
        ]),
    )
    .option(
      "--folds <n>",
      text({
        en: "folds of the list; no identity is in two folds (default: 10, or as many as fit)",
        ja:
          "一覧の分割数。同じアイデンティティは複数の分割にまたがらない(既定: 10、足りなければ作れる最大)",
      }),
      wholeNumber(1, 10_000),
    )
    .option(
      "--pairs-per-fold <n>",
      text({
        en:
          "pairs of one identity in each fold, and as many of two (default: 300, or as many as fit)",
        ja: "1分割あたりの正例ペア数。負例ペアも同数(既定: 300、足りなければ作れる最大)",
      }),
      wholeNumber(1, 10_000_000),
    )
    .option(
      "--seed <n>",
      text({ en: "seed of the list", ja: "一覧の乱数シード" }),
      wholeNumber(0, 2 ** 31 - 1),
      0,
    )
    .addOption(backendOption(text))
    .option(
      "--json",
      text({ en: "print one JSON document on stdout", ja: "標準出力にJSON文書を1つ出す" }),
      false,
    );
  addCatalogFlags(command, text);
  return command;
}

function cosine(text: string): number {
  const value = text.trim() === "" ? NaN : Number(text);
  if (value >= -1 && value <= 1) return value;
  throw new UserError(commandMessages.expectedCosine());
}
