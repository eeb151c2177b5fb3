import { InvalidArgumentError, Option } from "@commander-js/extra-typings";
import { join } from "node:path";
import {
  describeRates,
  type FolderVerification,
  indexFolder,
  loadVerifier,
  newestRun,
  readPairList,
  readPicture,
  UserError,
  verificationJson,
  verifyFolder,
  verifyPair,
  writeVerification,
} from "../mod.ts";
import { cacheFolder } from "./terminal/cache_folder.ts";
import { share, taskCommand } from "./terminal/command.ts";
import { startProgress } from "./terminal/progress.ts";
import { runTask } from "./terminal/run_task.ts";
import { renderTable } from "./terminal/table.ts";
import { percent, renderVerification } from "./terminal/verification.ts";

const name = "verify";

const command = taskCommand(
  name,
  "Says whether two pictures show the same identity, as a trained model sees it;\n" +
    "with --data, measures how well the model tells the identities of a folder apart.\n\n" +
    "Two pictures exit with 0 for the same, 1 for different, 2 for trouble; a folder with 0 or 2.",
)
  .argument("[A]", "a picture")
  .argument("[B]", "the picture to compare it with")
  .option("--model <run>", "folder of the run; the newest of runs/ when not given")
  .addOption(
    new Option("--far <share>", "decide at this false accept rate instead of the model's own")
      .argParser(share).conflicts("threshold"),
  )
  .option("--threshold <x>", "decide at this cosine similarity, -1 to 1", cosine)
  .option("--data <dir>", "verify this folder, one folder an identity")
  .option(
    "--pairs <file>",
    "of the folder, score the pairs of this list alone (as LFW's pairs.txt)",
  )
  .addOption(
    new Option("--mode <mode>", "each identity enrolled in turn and then all pairs, or all pairs")
      .choices(["one-to-one", "one-to-many"]).default("one-to-many", "one-to-many"),
  )
  .option("--out <dir>", "where the figures and the ROC picture go; RUN/verification if not given")
  .addOption(
    new Option("--backend <name>", "where to compute")
      .choices(["auto", "webgpu", "wasm", "cpu"]).default("auto", "auto"),
  )
  .option("--json", "one JSON document on stdout", false);

await runTask(name, async () => {
  command.parse(Deno.args, { from: "user" });
  const [a, b] = command.processedArgs;
  const { data } = command.opts();
  if (data === undefined) {
    requireNoFolderFlags();
    if (a !== undefined && b !== undefined) return await comparePictures(a, b);
    throw new UserError(
      `cannot compare: wanted two pictures, found ${a === undefined ? "none" : "one"}; ` +
        "name two, or a folder with --data; see --help",
    );
  }
  if (a === undefined) return await measureFolder(data);
  throw new UserError(`cannot verify both "${a}" and --data: wanted two pictures, or one folder`);
});

async function comparePictures(...paths: [a: string, b: string]): Promise<number> {
  const run = await chosenRun();
  const [a, b] = [await readPicture(paths[0]), await readPicture(paths[1])];
  const verifier = await loadVerifier(run, command.opts().backend);
  const verdict = await verifyPair(verifier, a, b, wish());
  const { similarity, threshold, same, far, frr } = verdict;
  const { positivePairs, negativePairs } = verifier.metadata.calibration;
  if (command.opts().json) console.log(JSON.stringify(verdict, null, 2));
  else {
    console.log(renderTable([
      ["verdict", same ? "same" : "different"],
      ["similarity", similarity.toFixed(4)],
      ["threshold", threshold.toFixed(4)],
      ["false accept rate", percent(far)],
      ["false reject rate", percent(frr)],
    ]));
    const where = "identities that training never saw";
    console.log("\n" + describeRates({ far, frr, positivePairs, negativePairs }, where));
  }
  return same ? 0 : 1;
}

async function measureFolder(data: string): Promise<void> {
  const run = await chosenRun();
  const { mode, pairs: list, out = join(run, "verification"), backend, json } = command.opts();
  const pairs = list === undefined ? undefined : readPairList(await readList(list));
  const catalog = await indexFolder(data);
  const verifier = await loadVerifier(run, backend);
  if (catalog.hash === verifier.metadata.catalogHash) {
    console.error(
      `${name}: the model was trained on identities of this very folder, which flatters the figures`,
    );
  }
  const progress = startProgress("embedding", 1);
  let verification: FolderVerification;
  try {
    verification = await verifyFolder(verifier, catalog, {
      mode,
      pairs,
      wish: wish(),
      cacheFolder: cacheFolder(),
      onProgress: (done, total) => progress.update(done / total, `${done} of ${total} images`),
    });
  } finally {
    progress.stop();
  }
  await writeVerification(out, verification);
  console.log(
    json
      ? JSON.stringify(verificationJson(verification), null, 2)
      : renderVerification(verification),
  );
  console.error(`${name}: wrote verification.json, roc.svg and roc.png to ${out}`);
}

async function chosenRun(): Promise<string> {
  return command.opts().model ?? await newestRun("runs");
}

function wish(): { far: number } | { threshold: number } | undefined {
  const { far, threshold } = command.opts();
  if (far !== undefined) return { far };
  return threshold === undefined ? undefined : { threshold };
}

function requireNoFolderFlags(): void {
  const stray = ["pairs", "mode", "out"].find((flag) =>
    command.getOptionValueSource(flag as "pairs" | "mode" | "out") === "cli"
  );
  if (stray) throw new UserError(`cannot use --${stray} without --data: it is about a folder`);
}

async function readList(path: string): Promise<string> {
  try {
    return await Deno.readTextFile(path);
  } catch (error) {
    const reason = error instanceof Error ? error.message : error;
    throw new UserError(`cannot read the list of pairs "${path}": ${reason}; check the path`);
  }
}

function cosine(text: string): number {
  const value = text.trim() === "" ? NaN : Number(text);
  if (value >= -1 && value <= 1) return value;
  throw new InvalidArgumentError(`Wanted a number from -1 to 1, found "${text}".`);
}
