import { epochCharts } from "../../charts/epoch_charts.ts";
import { embeddingMap } from "../../charts/embedding_map.ts";
import { writeChart } from "../../charts/write_chart.ts";
import type { ReportContent } from "../content/report_content.ts";
import { heldOutCharts } from "./held_out_charts.ts";

/**
 * Writes the charts of a report as files, each as SVG and PNG, in English: `roc`, `precision-recall`,
 * `det`, `similarities`; `loss`, `validation-auc`, `validation-eer` and `distances` where an epoch is
 * over; and `map` where there is one.
 *
 * @param folder must exist
 */
export async function writeReportCharts(folder: string, content: ReportContent): Promise<void> {
  const charts = {
    ...heldOutCharts(content.heldOut),
    ...content.epochs.length > 0 ? epochCharts(content.epochs, content.bestEpoch) : {},
    ...content.map.length > 0 ? { map: embeddingMap(content.map) } : {},
  };
  for (const [name, svg] of Object.entries(charts)) await writeChart(folder, name, svg);
}
