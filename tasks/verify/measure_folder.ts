import { join } from "node:path";
import { indexFolder } from "../../lib/dataset/mod.ts";
import { makeNewFolder, requireApart, requireOutputFolder } from "../../lib/io/mod.ts";
import { loadVerifier } from "../../lib/model/mod.ts";
import { findModel, SeenImages } from "../../lib/model_file/mod.ts";
import { folderCautions, writeFolderReport, writeVerification } from "../../lib/reporting/mod.ts";
import { type FolderVerification, verifyFolder } from "../../lib/verification/mod.ts";
import { cacheFolder } from "../flags/cache_folder.ts";
import { displayPath } from "../flags/display_path.ts";
import { currentLanguage, translate } from "../language/language.ts";
import { describeStage } from "../output/describe_stage.ts";
import { joinedPaths } from "../output/joined_paths.ts";
import { startProgress } from "../output/progress.ts";
import { reportIndexing } from "../output/report_indexing.ts";
import { verifyMessages as messages } from "../output/verify_messages.ts";
import { readPairList } from "./read_pair_list.ts";
import { say } from "./say.ts";
import { showVerification } from "./show_verification.ts";
import { chosenRun, operatingPoint, type VerifyOptions } from "./verify_options.ts";

/** Images in two identities that are named. The report names more. */
const mostNamed = 5;

/** Measures a model on a folder, and writes the report. */
export async function measureFolder(data: string, options: VerifyOptions): Promise<void> {
  const model = await chosenRun(options);
  const { run } = await findModel(model);
  const { mode, pairs, includeSeen, backend, json } = options;
  if (options.out === undefined) await requireApart(join(run, "verification"), [data]);
  else await requireOutputFolder(options.out, { inputs: [data] });
  const list = pairs === undefined ? undefined : await readPairList(pairs);
  const seen = await SeenImages.read(run);
  const catalog = await indexFolder(data, { onProgress: reportIndexing(say) });
  using verifier = await loadVerifier(model, backend);
  const progress = startProgress(translate(messages.verifying()), 1);
  let verification: FolderVerification;
  let out: string;
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
    out = options.out ?? await makeNewFolder(join(run, "verification"));
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
  const { catalogHash: trainedOn } = verifier.metadata;
  const cautions = folderCautions({ verification, catalog: { ...catalog, trainedOn } });
  for (const paths of catalog.conflicts.slice(0, mostNamed)) {
    say(translate(messages.imageInTwoIdentities({ paths: joinedPaths(paths) })));
  }
  showVerification(verification, cautions, json);
  say(translate(messages.wroteReport({ folder: displayPath(out) })));
}
