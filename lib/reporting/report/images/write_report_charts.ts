import { epochCharts } from "../../charts/epoch_charts.ts";
import { embeddingMap } from "../../charts/embedding_map.ts";
import { writeChart } from "../../charts/write_chart.ts";
import type { HeldOutContent, ReportContent } from "../content/report_content.ts";
import { heldOutCharts } from "./held_out_charts.ts";

/**
 * Writes the charts of a report on a run as files, each as SVG and PNG, in English: `roc`,
 * `precision-recall`, `det`, and `similarities`; `loss`, `validation-auc`, `validation-eer`, and
 * `distances` if the report has an epoch; and `map` if it has a map.
 *
 * @param folder must exist
 */
export async function writeReportCharts(folder: string, content: ReportContent): Promise<void> {
  const { heldOut, epochs, bestEpoch, map } = content;
  await writeHeldOutCharts(folder, heldOut);
  const charts = {
    ...epochs.length > 0 ? epochCharts(epochs, bestEpoch) : {},
    ...map.length > 0 ? { map: embeddingMap(map) } : {},
  };
  for (const [name, svg] of Object.entries(charts)) await writeChart(folder, name, svg);
}

/**
 * Writes the charts of measured pairs as files, each as SVG and PNG, in English: `roc`,
 * `precision-recall`, `det`, and `similarities`.
 *
 * @param folder must exist
 */
export async function writeHeldOutCharts(folder: string, content: HeldOutContent): Promise<void> {
  for (const [name, svg] of Object.entries(heldOutCharts(content))) {
    await writeChart(folder, name, svg);
  }
}
