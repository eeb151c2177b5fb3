import { translator } from "../../language/translator.ts";
import type { RocCurve } from "../../evaluation/curves/roc_curve.ts";
import { logAxis, lowestDecade, yAxis } from "./axes.ts";
import { type ChartStyle, fileStyle } from "./chart_style.ts";
import { chartMessages, thresholdMessage } from "./messages.ts";
import { renderChart } from "./render_chart.ts";
import { bandSeries, lineSeries, pointSeries } from "./series.ts";

/** The threshold of a model, and the rates measured at it. */
export interface ChartOperatingPoint {
  /** A cosine similarity. */
  readonly threshold: number;
  /** The false accept rate, 0 to 1. */
  readonly far: number;
  /** The false reject rate, 0 to 1. */
  readonly frr: number;
}

/** The 95% confidence interval of the true accept rate at each false accept rate; all have one length. */
export interface RocBand {
  /** False accept rates in ascending order. */
  readonly far: ArrayLike<number>;
  /** Lower ends of the intervals. */
  readonly lower: ArrayLike<number>;
  /** Upper ends of the intervals. */
  readonly upper: ArrayLike<number>;
}

/** What an ROC chart shows. */
export interface RocChartContent {
  /** The curve. */
  readonly curve: RocCurve;
  /** Area under the curve, for the title. */
  readonly auc: number;
  /** Shown below the title: what was measured. */
  readonly subtitle: string;
  /** The operating point of the model, marked on the curve. */
  readonly operatingPoint?: ChartOperatingPoint;
  /** Shaded around the curve. */
  readonly band?: RocBand;
}

/**
 * Renders an ROC curve: true accept rate over false accept rate, the latter on a logarithmic axis,
 * because a verifier works where false accepts are rare.
 *
 * @returns an SVG document
 */
export function rocChart(content: RocChartContent, style: ChartStyle = fileStyle): string {
  const { curve, auc, subtitle, operatingPoint, band } = content;
  const { colors, language } = style;
  const translate = translator(language);
  const lowest = lowestDecade(curve.far);
  const onAxis = (far: number) => Math.max(far, lowest);
  const measured = Array.from(curve.far, (far, i) => [onAxis(far), curve.tar[i]!] as const);
  const chance = Array.from({ length: 101 }, (_, step) => lowest ** (step / 100));
  return renderChart({
    name: "roc",
    title: translate(chartMessages.rocTitle({ auc: auc.toFixed(4) })),
    subtitle,
    xAxis: logAxis(style, { name: translate(chartMessages.far()), min: lowest, max: 1 }),
    yAxis: yAxis(style, { name: translate(chartMessages.tar()), min: 0, max: 1 }),
    series: [
      ...(band
        ? [bandSeries(
          translate(chartMessages.interval()),
          { ...band, x: Array.from(band.far, onAxis) },
          colors.positive,
        )]
        : []),
      lineSeries(translate(chartMessages.model()), measured, { color: colors.positive }),
      lineSeries(translate(chartMessages.chance()), chance.map((far) => [far, far]), {
        color: colors.muted,
        width: 1.4,
        dashed: true,
      }),
      ...(operatingPoint
        ? [pointSeries(
          translate(thresholdMessage(operatingPoint.threshold)),
          [onAxis(operatingPoint.far), 1 - operatingPoint.frr],
          colors.operatingPoint,
        )]
        : []),
    ],
  }, style);
}
