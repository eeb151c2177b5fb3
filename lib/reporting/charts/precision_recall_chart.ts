import { translator } from "../../language/translator.ts";
import type { PrecisionRecallCurve } from "../../evaluation/curves/precision_recall_curve.ts";
import { xAxis, yAxis } from "./axes.ts";
import { type ChartStyle, fileStyle } from "./chart_style.ts";
import { chartMessages, thresholdMessage } from "./messages.ts";
import { renderChart } from "./render_chart.ts";
import { lineSeries, pointSeries } from "./series.ts";

/** What a precision-recall chart shows. */
export interface PrecisionRecallChartContent {
  /** The curve. */
  readonly curve: PrecisionRecallCurve;
  /** For the title. */
  readonly averagePrecision: number;
  /** Shown below the title: what was measured. */
  readonly subtitle: string;
  /** The fraction of pairs that are positive, which is the precision of chance. */
  readonly prevalence: number;
  /** The threshold of the model, marked on the curve. */
  readonly threshold?: number;
}

/**
 * Renders a precision-recall curve: the fraction of accepted pairs that are positive, over the fraction
 * of positive pairs that are accepted.
 *
 * @returns an SVG document
 */
export function precisionRecallChart(
  content: PrecisionRecallChartContent,
  style: ChartStyle = fileStyle,
): string {
  const { curve, averagePrecision, subtitle, prevalence, threshold } = content;
  const { recall, precision, thresholds } = curve;
  const { colors, language } = style;
  const translate = translator(language);
  // Thresholds descend, so this is the last that is not below the threshold of the model.
  const at = threshold === undefined ? -1 : thresholds.findLastIndex((x) => x >= threshold);
  return renderChart({
    name: "precision-recall",
    title: translate(
      chartMessages.precisionRecallTitle({ averagePrecision: averagePrecision.toFixed(4) }),
    ),
    subtitle,
    xAxis: xAxis(style, { name: translate(chartMessages.recall()), min: 0, max: 1 }),
    yAxis: yAxis(style, { name: translate(chartMessages.precision()), min: 0, max: 1 }),
    series: [
      lineSeries(
        translate(chartMessages.model()),
        Array.from(recall, (x, i) => [x, precision[i]!]),
        {
          color: colors.positive,
        },
      ),
      lineSeries(translate(chartMessages.chance()), [[0, prevalence], [1, prevalence]], {
        color: colors.muted,
        width: 1.4,
        dashed: true,
      }),
      ...(threshold === undefined || at < 0 ? [] : [
        pointSeries(
          translate(thresholdMessage(threshold)),
          [recall[at]!, precision[at]!],
          colors.operatingPoint,
        ),
      ]),
    ],
  }, style);
}
