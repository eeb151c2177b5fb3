/**
 * Charts and reports: charts as SVG and PNG, and pages in HTML. They load libraries that are too large
 * for the main entry point.
 *
 * @module
 */
export { type ChartColors, type ChartStyle, fileStyle, pageStyle } from "./charts/chart_style.ts";
export { embeddingMap, type MappedImage } from "./charts/embedding_map.ts";
export { type EpochCharts, epochCharts, type EpochMetricsContent } from "./charts/epoch_charts.ts";
export { detChart, type DetChartContent } from "./charts/det_chart.ts";
export { histogramChart, type HistogramChartContent } from "./charts/histogram_chart.ts";
export {
  precisionRecallChart,
  type PrecisionRecallChartContent,
} from "./charts/precision_recall_chart.ts";
export {
  type ChartOperatingPoint,
  type RocBand,
  rocChart,
  type RocChartContent,
} from "./charts/roc_chart.ts";
export { svgToPng, writeChart } from "./charts/write_chart.ts";
export { renderReport } from "./report/render_report.tsx";
export { renderFolderReport } from "./report/render_folder_report.tsx";
export type * from "./report/content/report_content.ts";
