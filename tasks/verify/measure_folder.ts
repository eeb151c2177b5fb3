import { basename, join, resolve } from "node:path";
import { indexFolder } from "../../lib/dataset/mod.ts";
import { makeNewFolder, requireApart, requireOutputFolder } from "../../lib/io/mod.ts";
import { shellQuote } from "../../lib/language/mod.ts";
import { keepThreshold, loadVerifier, requireThresholdName } from "../../lib/model/mod.ts";
import { SeenImages } from "../../lib/model_file/mod.ts";
import {
  type FolderReport,
  verificationJson,
  writeFolderReport,
  writeVerification,
} from "../../lib/reporting/mod.ts";
import {
  type FolderThreshold,
  type FolderVerification,
  verifyFolder,
} from "../../lib/verification/mod.ts";
import { cacheFolder } from "../flags/cache_folder.ts";
import { displayPath } from "../flags/display_path.ts";
import { currentLanguage, translate } from "../language/language.ts";
import { describeSeenImages } from "../output/describe_seen_images.ts";
import { describeStage } from "../output/describe_stage.ts";
import { joinedPaths } from "../output/joined_paths.ts";
import { startProgress } from "../output/progress.ts";
import { reportIndexing } from "../output/report_indexing.ts";
import { verificationReport, verificationWarnings } from "../output/verification_report.ts";
import { verifyMessages as messages } from "../output/verify_messages.ts";
import { readPairList } from "./read_pair_list.ts";
import { say } from "./say.ts";
import { chosenRun, thresholdChoice, type VerifyOptions } from "./verify_options.ts";

/** Images in two identities that are named. The report names more. */
const mostNamed = 5;

/** Measures a model on a folder, and writes the report. */
export async function measureFolder(data: string, options: VerifyOptions): Promise<void> {
  const run = await chosenRun(options);
  const { mode, pairs, includeSeen, calibrate, far, replace, backend, json } = options;
  if (options.out === undefined) await requireApart(run, [data]);
  else await requireOutputFolder(options.out, { inputs: [data] });
  const list = pairs === undefined ? undefined : await readPairList(pairs);
  const seen = await SeenImages.read(run);
  using verifier = await loadVerifier(run, backend);
  const { thresholdName = basename(resolve(data)) } = options;
  const name = calibrate
    ? requireThresholdName(verifier.metadata, thresholdName, { replace })
    : null;
  const choice = calibrate ? undefined : thresholdChoice(options);
  const catalog = await indexFolder(data, { onProgress: reportIndexing(say) });
  const progress = startProgress(translate(messages.verifying()), 1);
  let verification: FolderVerification;
  let keep: FolderReport["keep"];
  let out: string;
  try {
    verification = await verifyFolder(verifier, catalog, {
      mode,
      list,
      seen,
      includeSeen,
      operatingPoint: choice,
      calibrate: calibrate ? { far } : undefined,
      cacheFolder: cacheFolder(),
      onProgress: (stage) => progress.update(stage.done / stage.total, describeStage(stage)),
    });
    const { folderThreshold } = verification;
    if (folderThreshold && name === null) {
      keep = { command: keepCommand(data, run, pairs, folderThreshold) };
    } else if (folderThreshold && name !== null) {
      const { askedFar: _, ...chosen } = folderThreshold;
      await keepThreshold(run, {
        ...chosen,
        name,
        folder: basename(resolve(data)),
        catalogHash: catalog.hash,
        images: verification.images,
        date: new Date().toISOString(),
      }, { replace });
      keep = { name };
    }
    progress.update(1, translate(messages.writingReport()));
    out = options.out ?? await makeNewFolder(join(run, "verification"));
    await writeVerification(out, verification);
    await writeFolderReport(out, {
      verification,
      catalog,
      data,
      run,
      model: verifier.metadata,
      ownThreshold: choice === undefined,
      keep,
      cacheFolder: cacheFolder(),
      language: currentLanguage(),
    });
  } finally {
    progress.stop();
  }
  const trainedOnIt = catalog.hash === verifier.metadata.catalogHash;
  for (const line of describeSeenImages(verification, trainedOnIt)) say(line);
  for (const line of verificationWarnings(verification, catalog.hash)) say(line);
  for (const paths of catalog.conflicts.slice(0, mostNamed)) {
    say(translate(messages.imageInTwoIdentities({ paths: joinedPaths(paths) })));
  }
  console.log(
    json
      ? JSON.stringify({ ...verificationJson(verification), keptAs: name }, null, 2)
      : verificationReport(verification),
  );
  if (keep && "command" in keep) say(translate(messages.calibrateCommand(keep)));
  else if (keep) {
    const path = displayPath(join(run, "model.safetensors"));
    say(translate(messages.kept({ name: keep.name, path, argument: shellQuote(keep.name) })));
  }
  say(translate(messages.wroteReport({ folder: displayPath(out) })));
}

/** The command that keeps the threshold which the folder chooses. */
function keepCommand(
  data: string,
  run: string,
  pairs: string | undefined,
  { askedFar, targetFar }: FolderThreshold,
): string {
  return [
    `deno task verify --data ${shellQuote(displayPath(data))}`,
    ...pairs === undefined ? [] : [`--pairs ${shellQuote(displayPath(pairs))}`],
    `--model ${shellQuote(displayPath(run))} --calibrate`,
    // A rate that the pairs do not support is refused if it is typed.
    ...targetFar > askedFar ? [] : [`--far ${targetFar}`],
  ].join(" ");
}
