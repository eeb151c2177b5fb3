/**
 * Charts of verification metrics as SVG and PNG. They load libraries that are too large for the main
 * entry point.
 *
 * @example
 * ```ts
 * import { rocChart, svgToPng } from "@futago/futago/charts";
 * import { rocCurve } from "@futago/futago/evaluation";
 *
 * const curve = rocCurve({
 *   positives: Float32Array.of(0.7, 0.9),
 *   negatives: Float32Array.of(0.1, 0.4, 0.8),
 * });
 * const svg = rocChart({ curve, auc: 5 / 6, subtitle: "2 positive and 3 negative pairs" });
 * await Deno.writeFile("roc.png", await svgToPng(svg));
 * ```
 *
 * @module
 */
export type { DetCurve } from "../../evaluation/curves/det_curve.ts";
export type { PrecisionRecallCurve } from "../../evaluation/curves/precision_recall_curve.ts";
export type { RocCurve } from "../../evaluation/curves/roc_curve.ts";
export type { SimilarityHistogram } from "../../evaluation/curves/similarity_histogram.ts";
export { type Language, languages } from "../../language/user_message.ts";
export { type ChartColors, type ChartStyle, fileStyle, pageStyle } from "./chart_style.ts";
export { detChart, type DetChartContent } from "./det_chart.ts";
export { embeddingMap, type MappedImage } from "./embedding_map.ts";
export { type EpochCharts, epochCharts, type EpochMetricsContent } from "./epoch_charts.ts";
export { histogramChart, type HistogramChartContent } from "./histogram_chart.ts";
export {
  precisionRecallChart,
  type PrecisionRecallChartContent,
} from "./precision_recall_chart.ts";
export {
  type ChartOperatingPoint,
  type RocBand,
  rocChart,
  type RocChartContent,
} from "./roc_chart.ts";
export { svgToPng, writeChart } from "./write_chart.ts";
