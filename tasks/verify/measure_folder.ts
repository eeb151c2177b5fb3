import { basename, join, resolve } from "node:path";
import { makeNewFolder, requireApart, requireOutputFolder } from "../../lib/io/mod.ts";
import { shellQuote } from "../../lib/language/mod.ts";
import { keepThreshold, loadVerifier, requireThresholdName } from "../../lib/model/mod.ts";
import { findModel, SeenImages } from "../../lib/model_file/mod.ts";
import {
  folderCautions,
  type FolderReport,
  writeFolderReport,
  writeVerification,
} from "../../lib/reporting/mod.ts";
import {
  type FolderThreshold,
  type FolderVerification,
  verifyFolder,
} from "../../lib/verification/mod.ts";
import { cacheFolder } from "../flags/cache_folder.ts";
import { catalogFlags } from "../flags/catalog_flags.ts";
import { displayPath } from "../flags/display_path.ts";
import { currentLanguage, translate } from "../language/language.ts";
import { describeStage } from "../output/describe_stage.ts";
import { indexImages } from "../output/index_images.ts";
import { joinedPaths } from "../output/joined_paths.ts";
import { startProgress } from "../output/progress.ts";
import { verifyMessages as messages } from "../output/verify_messages.ts";
import { readPairList } from "./read_pair_list.ts";
import { say } from "./say.ts";
import { showVerification } from "./show_verification.ts";
import { chosenRun, thresholdChoice, type VerifyOptions } from "./verify_options.ts";

/** Images in two identities that are named. The report names more. */
const mostNamed = 5;

/** Measures a model on a folder, and writes the report. */
export async function measureFolder(data: string, options: VerifyOptions): Promise<void> {
  const model = await chosenRun(options);
  const { run, file } = await findModel(model);
  const { mode, pairs, includeSeen, calibrate, far, replace, backend, json } = options;
  if (options.out === undefined) await requireApart(join(run, "verification"), [data]);
  else await requireOutputFolder(options.out, { inputs: [data] });
  const list = pairs === undefined ? undefined : await readPairList(pairs);
  const seen = await SeenImages.read(run);
  using verifier = await loadVerifier(model, backend);
  const { thresholdName = basename(resolve(data)) } = options;
  const name = calibrate
    ? requireThresholdName(verifier.metadata, thresholdName, { replace })
    : null;
  const choice = calibrate ? undefined : thresholdChoice(options);
  const catalog = await indexImages(data, options.catalog, say);
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
      keep = { command: keepCommand(data, model, options, folderThreshold) };
    } else if (folderThreshold && name !== null) {
      const { askedFar: _, ...chosen } = folderThreshold;
      await keepThreshold(model, {
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
  const { catalogHash: trainedOn } = verifier.metadata;
  const cautions = folderCautions({ verification, catalog: { ...catalog, trainedOn } });
  for (const paths of catalog.conflicts.slice(0, mostNamed)) {
    say(translate(messages.imageInTwoIdentities({ paths: joinedPaths(paths) })));
  }
  showVerification(verification, cautions, { json, keptAs: name });
  if (keep && "command" in keep) say(translate(messages.calibrateCommand(keep)));
  else if (keep) {
    const path = displayPath(file);
    say(translate(messages.kept({ name: keep.name, path, argument: shellQuote(keep.name) })));
  }
  say(translate(messages.wroteReport({ folder: displayPath(out) })));
}

/** The command that keeps the threshold which the folder chooses. */
function keepCommand(
  data: string,
  model: string,
  { pairs, catalog }: VerifyOptions,
  { askedFar, targetFar }: FolderThreshold,
): string {
  return [
    `deno task verify --data ${shellQuote(displayPath(data))}`,
    ...catalogFlags(catalog),
    ...pairs === undefined ? [] : [`--pairs ${shellQuote(displayPath(pairs))}`],
    `--model ${shellQuote(displayPath(model))} --calibrate`,
    // A rate that the pairs do not support is refused if it is typed.
    ...targetFar > askedFar ? [] : [`--far ${targetFar}`],
  ].join(" ");
}
