import {
  batchShape,
  type Estimate,
  estimateCatalog,
  estimatePlan,
  indexFolder,
  message,
  UserError,
} from "../mod.ts";
import { estimateCommand as command } from "./terminal/estimate_command.ts";
import { estimateReport, type Remarks } from "./terminal/estimate_report.ts";
import { runTask } from "./terminal/run_task.ts";
import { sayIndexing } from "./terminal/say_indexing.ts";

const name = "estimate-pairs";
const noFiles: Remarks = { leftOut: [], duplicates: [], conflicts: [] };

const say = (line: string) => console.error(`${name}: ${line}`);

await runTask(name, async () => {
  command.parse(Deno.args, { from: "user" });
  const [folder] = command.processedArgs;
  const { ids, images, batch, perIdentity, seed, json } = command.opts();
  const options = { ...batchShape(batch, perIdentity), seed };
  if (folder === undefined && ids !== undefined && images !== undefined) {
    const estimate = estimatePlan(ids, images, options);
    console.log(json ? toJson(estimate, noFiles) : estimateReport(estimate, noFiles));
  } else if (folder !== undefined && ids === undefined && images === undefined) {
    const catalog = await indexFolder(folder, { onProgress: sayIndexing(say) });
    const estimate = estimateCatalog(catalog, options);
    console.log(json ? toJson(estimate, catalog) : estimateReport(estimate, catalog));
  } else {
    throw new UserError(
      message`nothing to estimate: wanted either a folder, or both --ids and --images to plan one;
        see --help`,
    );
  }
});

function toJson(estimate: Estimate, { leftOut, duplicates, conflicts }: Remarks): string {
  // Counts beyond 2⁵³ are integers too, which JSON.stringify writes from their text alone.
  const { rawJSON } = JSON as unknown as { rawJSON(text: string): unknown };
  return JSON.stringify(
    { ...estimate, leftOut, duplicates, conflicts },
    (_, value) => typeof value === "bigint" ? rawJSON(`${value}`) : value,
    2,
  );
}
