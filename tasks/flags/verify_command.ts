import { InvalidArgumentError, Option } from "@commander-js/extra-typings";
import { fraction, taskCommand, wholeNumber } from "./command.ts";
import { typedPath } from "./typed_path.ts";

/** The flags of `deno task verify`. */
export const verifyCommand = taskCommand(
  "verify",
  "Says whether two pictures show the same identity, as a trained model sees it;\n" +
    "with --data, measures how well the model tells the identities of a folder apart.\n\n" +
    "Two pictures exit with 0 for the same, 1 for different, 2 for trouble; a folder with 0 or 2.",
)
  .argument("[A]", "a picture", typedPath)
  .argument("[B]", "the picture to compare it with", typedPath)
  .option("--model <run>", "folder of the run; the newest of runs/ when not given", typedPath)
  .addOption(
    new Option("--far <share>", "decide at this false accept rate instead of the model's own")
      .argParser(fraction).conflicts("threshold"),
  )
  .option("--threshold <x>", "decide at this cosine similarity, -1 to 1", cosine)
  .option("--data <dir>", "verify this folder, one folder an identity", typedPath)
  .option(
    "--pairs <file>",
    "of the folder, score the pairs of this list alone (as LFW's pairs.txt)",
    typedPath,
  )
  .addOption(
    new Option("--mode <mode>", "each identity enrolled in turn and then all pairs, or all pairs")
      .choices(["one-to-one", "one-to-many"]).default("one-to-many", "one-to-many"),
  )
  .option("--include-seen", "of the folder, measure on what training saw, too", false)
  .option(
    "--out <dir>",
    "where the report, figures and charts go; RUN/verification if not given",
    typedPath,
  )
  .addOption(
    new Option("--write-pairs <file>", "of the folder, only draw a list of pairs, in folds")
      .argParser(typedPath)
      .conflicts(["pairs", "mode", "includeSeen", "out", "far", "threshold"]),
  )
  .option("--folds <n>", "folds of the list, identities apart", wholeNumber(1, 10_000), 10)
  .option(
    "--pairs-per-fold <n>",
    "pairs of one identity in each, and as many of two",
    wholeNumber(1, 10_000_000),
    300,
  )
  .option("--seed <n>", "draws the list", wholeNumber(0, 2 ** 31 - 1), 0)
  .addOption(
    new Option("--backend <name>", "where to compute")
      .choices(["auto", "webgpu", "wasm", "cpu"]).default("auto", "auto"),
  )
  .option("--json", "one JSON document on stdout", false);

function cosine(text: string): number {
  const value = text.trim() === "" ? NaN : Number(text);
  if (value >= -1 && value <= 1) return value;
  throw new InvalidArgumentError(`Wanted a number from -1 to 1, found "${text}".`);
}
