import {
  batchShape,
  defaultBatch,
  type Estimate,
  estimateCatalog,
  estimatePlan,
  indexFolder,
} from "../lib/dataset/mod.ts";
import { kebabCase, shellQuote, UserError } from "../lib/language/mod.ts";
import { catalogFlags, catalogOptions } from "./flags/catalog_flags.ts";
import { displayPath } from "./flags/display_path.ts";
import { estimateCommand } from "./flags/estimate_command.ts";
import { currentLanguage } from "./language/language.ts";
import { estimateMessages } from "./output/estimate_messages.ts";
import { estimateReport, type Remarks } from "./output/estimate_report.ts";
import { printJson } from "./output/print_json.ts";
import { reportIndexing } from "./output/report_indexing.ts";
import { runTask } from "./output/run_task.ts";

const name = "estimate-pairs";
const noFiles: Remarks = { leftOut: [], duplicates: [], conflicts: [], notes: [] };

await runTask(name, async () => {
  const command = estimateCommand(currentLanguage()).parse(Deno.args, { from: "user" });
  const [folder] = command.processedArgs;
  const { ids, images, batch, perIdentity, seed, json } = command.opts();
  const layout = catalogOptions(command), hasLayout = Object.keys(layout).length > 0;
  // Before a large folder is read.
  if (batch !== undefined) batchShape(batch, perIdentity);
  const options = {
    batch: batch ?? defaultBatch.batch,
    perIdentity,
    shrinkBatch: batch === undefined,
    seed,
  };
  if (folder === undefined && !hasLayout && ids !== undefined && images !== undefined) {
    show(estimatePlan(ids, images, options), noFiles, null, json);
  } else if (folder !== undefined && ids === undefined && images === undefined) {
    const say = (line: string) => console.error(`${name}: ${line}`);
    const catalog = await indexFolder(folder, { ...layout, onProgress: reportIndexing(say) });
    const estimate = estimateCatalog(catalog, options);
    const typed = (["batch", "perIdentity", "seed"] as const)
      .filter((flag) => command.getOptionValueSource(flag) === "cli")
      .map((flag) => `--${kebabCase(flag)} ${options[flag]}`);
    const data = shellQuote(displayPath(folder));
    const words = ["deno task train --data", data, ...catalogFlags(layout), ...typed];
    const train = words.join(" ");
    show(estimate, catalog, train, json);
  } else {
    throw new UserError(estimateMessages.nothing());
  }
});

/** @param command the command that trains on the folder; null for a plan */
function show(
  estimate: Estimate,
  remarks: Remarks,
  command: string | null,
  json: boolean,
): void {
  const { leftOut, duplicates, conflicts, notes } = remarks;
  const { training, folds } = estimate;
  const train = training && command;
  const trainInFolds = command === null || folds === null ? null : `${command} --folds ${folds}`;
  const lists = { notes, leftOut, duplicates, conflicts };
  if (json) printJson({ ...estimate, train, trainInFolds }, lists);
  else console.log(estimateReport(estimate, remarks, { train, trainInFolds }));
}
