import { type ChartStyle, imageStyle } from "../charts/chart_look.ts";
import { detChart } from "../charts/det_picture.ts";
import { histogramChart } from "../charts/histogram_picture.ts";
import { precisionRecallChart } from "../charts/precision_recall_picture.ts";
import { rocChart } from "../charts/roc_picture.ts";
import type { HeldOutContent } from "./report_content.ts";

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
