import type { PrecisionRecallCurve } from "../../evaluation/curves/precision_recall_curve.ts";
import { xAxis, yAxis } from "./axes.ts";
import { type ChartStyle, imageStyle } from "./chart_style.ts";
import { renderChart } from "./render_chart.ts";
import { lineSeries, pointSeries } from "./line_series.ts";

/** What a precision-recall picture shows. */
export interface PrecisionRecallChartContent {
  readonly curve: PrecisionRecallCurve;
  /** For the title. */
  readonly averagePrecision: number;
  /** A line below the title: what was measured, on how much. */
  readonly subtitle: string;
  /** The share of all pairs that are positive: the precision of chance. */
  readonly prevalence: number;
  /** The threshold at which the model decides, marked on the curve. */
  readonly threshold?: number;
}

/**
 * Draws a precision-recall curve: how many of the accepted pairs are of one identity, over how many of
 * those pairs are accepted.
 *
 * @returns an SVG document
 */
export function precisionRecallChart(
  content: PrecisionRecallChartContent,
  look: ChartStyle = imageStyle,
): string {
  const { curve, averagePrecision, subtitle, prevalence: positiveShare, threshold } = content;
  const { recall, precision, thresholds } = curve;
  const { colors: colours, words } = look;
  // Thresholds descend: the last that is not below it.
  const at = threshold === undefined ? -1 : thresholds.findLastIndex((x) => x >= threshold);
  return renderChart({
    name: "precision-recall",
    title: words.precisionRecallTitle(averagePrecision),
    subtitle,
    xAxis: xAxis(look, { name: words.recall, min: 0, max: 1 }),
    yAxis: yAxis(look, { name: words.precision, min: 0, max: 1 }),
    series: [
      lineSeries(words.model, Array.from(recall, (x, i) => [x, precision[i]!]), {
        color: colours.positive,
      }),
      lineSeries(words.chance, [[0, positiveShare], [1, positiveShare]], {
        color: colours.muted,
        width: 1.4,
        dashed: true,
      }),
      ...(threshold === undefined || at < 0 ? [] : [
        pointSeries(
          words.threshold(threshold),
          [recall[at]!, precision[at]!],
          colours.operatingPoint,
        ),
      ]),
    ],
  }, look);
}
