import {
  batchShape,
  type Estimate,
  estimateCatalog,
  estimatePlan,
  indexFolder,
} from "../lib/dataset/mod.ts";
import { UserError } from "../lib/language/mod.ts";
import { catalogOptions } from "./flags/catalog_flags.ts";
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
  const options = { ...batchShape(batch, perIdentity), seed };
  if (folder === undefined && !hasLayout && ids !== undefined && images !== undefined) {
    show(estimatePlan(ids, images, options), noFiles, json);
  } else if (folder !== undefined && ids === undefined && images === undefined) {
    const say = (line: string) => console.error(`${name}: ${line}`);
    const catalog = await indexFolder(folder, {
      ...layout,
      onProgress: reportIndexing(say),
    });
    show(estimateCatalog(catalog, options), catalog, json);
  } else {
    throw new UserError(estimateMessages.nothing());
  }
});

function show(estimate: Estimate, remarks: Remarks, json: boolean): void {
  const { leftOut, duplicates, conflicts, notes } = remarks;
  if (json) printJson(estimate, { notes, leftOut, duplicates, conflicts });
  else console.log(estimateReport(estimate, remarks));
}
