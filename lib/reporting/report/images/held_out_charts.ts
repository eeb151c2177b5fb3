import { type ChartStyle, fileStyle } from "../../charts/chart_style.ts";
import { detChart } from "../../charts/det_chart.ts";
import { histogramChart } from "../../charts/histogram_chart.ts";
import { precisionRecallChart } from "../../charts/precision_recall_chart.ts";
import { rocChart } from "../../charts/roc_chart.ts";
import type { HeldOutContent } from "../content/report_content.ts";

/** The four charts of measured pairs, each an SVG document. */
export type HeldOutCharts = Readonly<
  Record<"roc" | "precision-recall" | "det" | "similarities", string>
>;

/** Renders the charts of measured pairs. */
export function heldOutCharts(
  content: HeldOutContent,
  style: ChartStyle = fileStyle,
): HeldOutCharts {
  const { metrics, intervals, roc, precisionRecall, det, histogram, subtitle, operatingPoint } =
    content;
  const { auc, eer, averagePrecision, positivePairs, negativePairs } = metrics;
  const { threshold } = operatingPoint;
  return {
    "roc": rocChart(
      { curve: roc, auc, subtitle, operatingPoint, ...intervals && { band: intervals.band } },
      style,
    ),
    "precision-recall": precisionRecallChart({
      curve: precisionRecall,
      averagePrecision,
      subtitle,
      prevalence: positivePairs / (positivePairs + negativePairs),
      threshold,
    }, style),
    "det": detChart({ curve: det, eer, subtitle, operatingPoint }, style),
    "similarities": histogramChart({ histogram, subtitle, threshold }, style),
  };
}
