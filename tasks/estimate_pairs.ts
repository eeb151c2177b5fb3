import {
  batchShape,
  type Estimate,
  estimateCatalog,
  estimatePlan,
  indexFolder,
  message,
  UserError,
} from "../mod.ts";
import { estimateCommand as command } from "./flags/estimate_command.ts";
import { estimateReport, type Remarks } from "./output/estimate_report.ts";
import { printJson } from "./output/print_json.ts";
import { runTask } from "./output/run_task.ts";
import { reportIndexing } from "./output/report_indexing.ts";

const name = "estimate-pairs";
const noFiles: Remarks = { leftOut: [], duplicates: [], conflicts: [] };

const say = (line: string) => console.error(`${name}: ${line}`);

await runTask(name, async () => {
  command.parse(Deno.args, { from: "user" });
  const [folder] = command.processedArgs;
  const { ids, images, batch, perIdentity, seed, json } = command.opts();
  const options = { ...batchShape(batch, perIdentity), seed };
  if (folder === undefined && ids !== undefined && images !== undefined) {
    show(estimatePlan(ids, images, options), noFiles, json);
  } else if (folder !== undefined && ids === undefined && images === undefined) {
    const catalog = await indexFolder(folder, { onProgress: reportIndexing(say) });
    show(estimateCatalog(catalog, options), catalog, json);
  } else {
    throw new UserError(
      message`nothing to estimate: wanted either a folder, or both --ids and --images to plan one;
        see --help`,
    );
  }
});

function show(estimate: Estimate, remarks: Remarks, json: boolean): void {
  const { leftOut, duplicates, conflicts } = remarks;
  if (json) printJson(estimate, { leftOut, duplicates, conflicts });
  else console.log(estimateReport(estimate, remarks));
}
