import { type ChartStyle, imageStyle } from "../../charts/chart_style.ts";
import { detChart } from "../../charts/det_chart.ts";
import { histogramChart } from "../../charts/histogram_chart.ts";
import { precisionRecallChart } from "../../charts/precision_recall_chart.ts";
import { rocChart } from "../../charts/roc_chart.ts";
import type { HeldOutContent } from "../content/report_content.ts";

/** The four pictures of what was measured, each an SVG document. */
export type HeldOutCharts = Readonly<
  Record<"roc" | "precision-recall" | "det" | "similarities", string>
>;

/** Draws what was measured on a test. */
export function heldOutCharts(test: HeldOutContent, look: ChartStyle = imageStyle): HeldOutCharts {
  const {
    metrics: figures,
    intervals,
    roc,
    precisionRecall,
    det,
    histogram,
    subtitle,
    operatingPoint: decision,
  } = test;
  const { auc, eer, averagePrecision, positivePairs, negativePairs } = figures;
  const { threshold } = decision;
  return {
    "roc": rocChart(
      {
        curve: roc,
        auc,
        subtitle,
        operatingPoint: decision,
        ...intervals && { band: intervals.band },
      },
      look,
    ),
    "precision-recall": precisionRecallChart({
      curve: precisionRecall,
      averagePrecision,
      subtitle,
      prevalence: positivePairs / (positivePairs + negativePairs),
      threshold,
    }, look),
    "det": detChart({ curve: det, eer, subtitle, operatingPoint: decision }, look),
    "similarities": histogramChart({ histogram, subtitle, threshold }, look),
  };
}
