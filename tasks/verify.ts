import { join } from "node:path";
import {
  describeRates,
  escapeControls,
  type FolderVerification,
  indexFolder,
  loadVerifier,
  makeFolder,
  makePairList,
  message,
  newestRun,
  parsePairList,
  readImage,
  SeenImages,
  UserError,
  verificationJson,
  verifyFolder,
  verifyPair,
  writeAtomically,
  writeFolderReport,
  writeVerification,
} from "../mod.ts";
import { cacheFolder } from "./flags/cache_folder.ts";
import { describeStage } from "./output/describe_stage.ts";
import { joinedPaths } from "./output/joined_paths.ts";
import { currentLanguage, phrase, translate } from "./language/language.ts";
import { percent } from "./output/percent.ts";
import { startProgress } from "./output/progress.ts";
import { requireTogether } from "./flags/require_together.ts";
import { runTask } from "./output/run_task.ts";
import { reportIndexing } from "./output/report_indexing.ts";
import { describeSeenImages } from "./output/describe_seen_images.ts";
import { displayPath } from "./flags/display_path.ts";
import { renderTable } from "./output/table.ts";
import { verificationReport } from "./output/verification_report.ts";
import { verifyCommand as command } from "./flags/verify_command.ts";
import { formatInterval } from "./output/format_interval.ts";

const name = "verify";
/** Pictures in two identities that are named; the report names more. */
const mostNamed = 5;
/** Names of files are in it, which may hold anything. */
const say = (line: string) => console.error(`${name}: ${escapeControls(line)}`);

await runTask(name, async () => {
  command.parse(Deno.args, { from: "user" });
  const [a, b] = command.processedArgs;
  const { data, writePairs } = command.opts();
  requireTogether(command, "writePairs", ["folds", "pairsPerFold", "seed"]);
  if (data === undefined) {
    requireTogether(command, "data", ["pairs", "mode", "includeSeen", "out", "writePairs"]);
    if (a !== undefined && b !== undefined) return await comparePictures(a, b);
    throw new UserError(
      message`cannot compare: wanted two pictures, found ${
        a === undefined ? message`none` : message`one`
      }; name
        two, or a folder with --data; see --help`,
    );
  }
  if (a !== undefined) {
    throw new UserError(
      message`cannot verify both "${a}" and --data: wanted two pictures, or one folder`,
    );
  }
  return writePairs === undefined ? await measureFolder(data) : await drawList(data, writePairs);
});

async function comparePictures(...paths: [a: string, b: string]): Promise<number> {
  const run = await chosenRun();
  const [a, b] = [await readImage(paths[0]), await readImage(paths[1])];
  const verifier = await loadVerifier(run, command.opts().backend);
  const verdict = await verifyPair(verifier, a, b, wish());
  const { similarity, threshold, thresholdInterval, same, far, frr } = verdict;
  const { positivePairs, negativePairs } = verifier.metadata.calibration;
  if (command.opts().json) console.log(JSON.stringify(verdict, null, 2));
  else {
    console.log(renderTable([
      [phrase`verdict`, same ? phrase`same` : phrase`different`],
      [phrase`similarity`, similarity.toFixed(4)],
      [
        phrase`threshold`,
        formatInterval(threshold, thresholdInterval, (value) => value.toFixed(4)),
      ],
      [phrase`false accept rate`, percent(far)],
      [phrase`false reject rate`, percent(frr)],
    ]));
    if (thresholdInterval) {
      console.log("\n" + phrase`In brackets: the threshold's 95 % confidence interval.`);
    }
    const where = message`identities that training never saw`;
    console.log(
      "\n" + translate(describeRates({ far, frr, positivePairs, negativePairs }, where)),
    );
  }
  return same ? 0 : 1;
}

async function measureFolder(data: string): Promise<void> {
  const run = await chosenRun();
  const own = join(run, "verification");
  const { mode, pairs, includeSeen, out = own, backend, json } = command.opts();
  const list = pairs === undefined ? undefined : parsePairList(await readList(pairs));
  const seen = await SeenImages.read(run);
  const catalog = await indexFolder(data, { onProgress: reportIndexing(say) });
  const verifier = await loadVerifier(run, backend);
  const progress = startProgress(phrase`verifying`, 1);
  let verification: FolderVerification;
  try {
    verification = await verifyFolder(verifier, catalog, {
      mode,
      list,
      seen,
      includeSeen,
      operatingPoint: wish(),
      cacheFolder: cacheFolder(),
      onProgress: (stage) => progress.update(stage.done / stage.total, describeStage(stage)),
    });
    progress.update(1, phrase`writing the report`);
    if (out === own) await makeFolder(own);
    await writeVerification(out, verification);
    await writeFolderReport(out, {
      verification,
      catalog,
      data,
      run,
      model: verifier.metadata,
      ownThreshold: wish() === undefined,
      cacheFolder: cacheFolder(),
      language: currentLanguage(),
    });
  } finally {
    progress.stop();
  }
  const trainedOnIt = catalog.hash === verifier.metadata.catalogHash;
  for (const line of describeSeenImages(verification, trainedOnIt)) say(line);
  for (const paths of catalog.conflicts.slice(0, mostNamed)) {
    say(phrase`warning: the same picture in two identities: ${joinedPaths(paths)}`);
  }
  console.log(
    json
      ? JSON.stringify(verificationJson(verification), null, 2)
      : verificationReport(verification),
  );
  say(phrase`wrote report.html, verification.json and charts to ${displayPath(out)}`);
}

async function drawList(data: string, file: string): Promise<void> {
  const { folds, pairsPerFold, seed, json } = command.opts();
  const catalog = await indexFolder(data, { onProgress: reportIndexing(say) });
  const { text, ...list } = makePairList(catalog, { folds, pairsPerFold, seed });
  await writeAtomically(file, text);
  for (const path of list.unnamed) {
    say(phrase`left out ${JSON.stringify(path)}: no list can name it`);
  }
  if (!list.disjoint) {
    say(phrase`some identities are in two folds or more: there are too few for folds apart`);
  }
  const pairs = folds * 2 * pairsPerFold;
  if (json) console.log(JSON.stringify({ file, pairs, folds, pairsPerFold, ...list }, null, 2));
  else {
    const count = pairs.toLocaleString("en-US");
    console.log(phrase`wrote ${count} pairs in ${folds} folds to ${displayPath(file)}`);
  }
}

async function chosenRun(): Promise<string> {
  return command.opts().model ?? await newestRun("runs");
}

function wish(): { far: number } | { threshold: number } | undefined {
  const { far, threshold } = command.opts();
  if (far !== undefined) return { far };
  return threshold === undefined ? undefined : { threshold };
}

async function readList(path: string): Promise<string> {
  try {
    return await Deno.readTextFile(path);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UserError(
      message`cannot read the list of pairs "${path}": ${reason}; check the path`,
    );
  }
}
