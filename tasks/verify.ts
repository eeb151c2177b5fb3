import { join } from "node:path";
import {
  describeRates,
  escapeControls,
  type FolderVerification,
  indexFolder,
  loadVerifier,
  makeFolder,
  makePairList,
  newestRun,
  operatingPointMetrics,
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
import { currentLanguage, translate } from "./language/language.ts";
import { startProgress } from "./output/progress.ts";
import { requireTogether } from "./flags/require_together.ts";
import { runTask } from "./output/run_task.ts";
import { reportIndexing } from "./output/report_indexing.ts";
import { describeSeenImages } from "./output/describe_seen_images.ts";
import { displayPath } from "./flags/display_path.ts";
import { renderTable } from "./output/table.ts";
import { verificationReport } from "./output/verification_report.ts";
import { verifyCommand } from "./flags/verify_command.ts";
import { metricRow } from "./output/format_metric.ts";
import { verifyMessages as messages } from "./output/verify_messages.ts";

const name = "verify";
/** Images in two identities that are named. The report names more. */
const mostNamed = 5;
/** A line may contain names of files, and these may contain anything. */
const say = (line: string) => console.error(`${name}: ${escapeControls(line)}`);

await runTask(name, async () => {
  const command = verifyCommand(currentLanguage()).parse(Deno.args, { from: "user" });
  const [a, b] = command.processedArgs, options = command.opts();
  const { data, writePairs } = options;
  requireTogether(command, "writePairs", ["folds", "pairsPerFold", "seed"]);
  if (data === undefined) {
    requireTogether(command, "data", ["pairs", "mode", "includeSeen", "out", "writePairs"]);
    if (a !== undefined && b !== undefined) return await compareImages(a, b, options);
    throw new UserError(messages.twoImagesExpected({ count: a === undefined ? 0 : 1 }));
  }
  if (a !== undefined) {
    throw new UserError(messages.imagesAndFolder({ image: a }));
  }
  return writePairs === undefined
    ? await measureFolder(data, options)
    : await writePairList(data, writePairs, options);
});

type Options = ReturnType<ReturnType<typeof verifyCommand>["opts"]>;

async function compareImages(pathA: string, pathB: string, options: Options): Promise<number> {
  const run = await chosenRun(options);
  const [a, b] = [await readImage(pathA), await readImage(pathB)];
  const verifier = await loadVerifier(run, options.backend);
  const verdict = await verifyPair(verifier, a, b, operatingPoint(options));
  const { similarity, threshold, thresholdInterval, same, far, frr } = verdict;
  const { positivePairs, negativePairs } = verifier.metadata.calibration;
  if (options.json) console.log(JSON.stringify(verdict, null, 2));
  else {
    console.log(renderTable([
      [translate(messages.verdict()), translate(same ? messages.same() : messages.different())],
      [translate(messages.similarity()), similarity.toFixed(4)],
      metricRow(operatingPointMetrics.threshold, threshold, thresholdInterval),
      metricRow(operatingPointMetrics.far, far),
      metricRow(operatingPointMetrics.frr, frr),
    ]));
    if (thresholdInterval) {
      console.log("\n" + translate(messages.thresholdInterval()));
    }
    const where = messages.unseenIdentities();
    console.log(
      "\n" + translate(describeRates({ far, frr, positivePairs, negativePairs }, where)),
    );
  }
  return same ? 0 : 1;
}

async function measureFolder(data: string, options: Options): Promise<void> {
  const run = await chosenRun(options);
  const own = join(run, "verification");
  const { mode, pairs, includeSeen, out = own, backend, json } = options;
  const list = pairs === undefined ? undefined : parsePairList(await readList(pairs));
  const seen = await SeenImages.read(run);
  const catalog = await indexFolder(data, { onProgress: reportIndexing(say) });
  const verifier = await loadVerifier(run, backend);
  const progress = startProgress(translate(messages.verifying()), 1);
  let verification: FolderVerification;
  try {
    verification = await verifyFolder(verifier, catalog, {
      mode,
      list,
      seen,
      includeSeen,
      operatingPoint: operatingPoint(options),
      cacheFolder: cacheFolder(),
      onProgress: (stage) => progress.update(stage.done / stage.total, describeStage(stage)),
    });
    progress.update(1, translate(messages.writingReport()));
    if (out === own) await makeFolder(own);
    await writeVerification(out, verification);
    await writeFolderReport(out, {
      verification,
      catalog,
      data,
      run,
      model: verifier.metadata,
      ownThreshold: operatingPoint(options) === undefined,
      cacheFolder: cacheFolder(),
      language: currentLanguage(),
    });
  } finally {
    progress.stop();
  }
  const trainedOnIt = catalog.hash === verifier.metadata.catalogHash;
  for (const line of describeSeenImages(verification, trainedOnIt)) say(line);
  for (const paths of catalog.conflicts.slice(0, mostNamed)) {
    say(translate(messages.imageInTwoIdentities({ paths: joinedPaths(paths) })));
  }
  console.log(
    json
      ? JSON.stringify(verificationJson(verification), null, 2)
      : verificationReport(verification),
  );
  say(translate(messages.wroteReport({ folder: displayPath(out) })));
}

async function writePairList(data: string, file: string, options: Options): Promise<void> {
  const { folds, pairsPerFold, seed, json } = options;
  const catalog = await indexFolder(data, { onProgress: reportIndexing(say) });
  const { text, ...list } = makePairList(catalog, { folds, pairsPerFold, seed });
  await writeAtomically(file, text);
  for (const path of list.unnamed) {
    say(translate(messages.imageWithoutName({ path: JSON.stringify(path) })));
  }
  if (!list.disjoint) say(translate(messages.foldsOverlap()));
  const pairs = folds * 2 * pairsPerFold;
  if (json) console.log(JSON.stringify({ file, pairs, folds, pairsPerFold, ...list }, null, 2));
  else {
    console.log(translate(messages.pairListWritten({ pairs, folds, path: displayPath(file) })));
  }
}

async function chosenRun({ model }: Options): Promise<string> {
  return model ?? await newestRun("runs");
}

function operatingPoint(
  { far, threshold }: Options,
): { far: number } | { threshold: number } | undefined {
  if (far !== undefined) return { far };
  return threshold === undefined ? undefined : { threshold };
}

async function readList(path: string): Promise<string> {
  try {
    return await Deno.readTextFile(path);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UserError(messages.pairListUnreadable({ path, reason }));
  }
}
