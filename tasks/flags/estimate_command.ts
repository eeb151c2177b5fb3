import { taskCommand, wholeNumber } from "./command.ts";
import { typedPath } from "./typed_path.ts";

/** The flags of `deno task estimate-pairs`. */
export const estimateCommand = taskCommand(
  "estimate-pairs",
  "Counts what a folder of pictures, one folder an identity, offers to training.\n" +
    "With --ids and --images it plans a folder that is not there yet.",
)
  .argument("[dir]", "the folder", typedPath)
  .option("--ids <n>", "plan: number of identities", wholeNumber(1))
  .option("--images <n>", "plan: images of each identity", wholeNumber(1))
  .option("--batch <n>", "images a batch", wholeNumber(4), 32)
  .option("--per-identity <n>", "images of each identity in a batch", wholeNumber(2), 4)
  .option("--seed <n>", "draws the proposed split", wholeNumber(0, 2 ** 31 - 1), 0)
  .option("--json", "one JSON document on stdout", false);
