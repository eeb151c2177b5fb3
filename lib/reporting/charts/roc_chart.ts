import type { RocCurve } from "../../evaluation/curves/roc_curve.ts";
import { logAxis, yAxis } from "./axes.ts";
import { bandSeries } from "./band_series.ts";
import { type ChartStyle, imageStyle } from "./chart_style.ts";
import { renderChart } from "./render_chart.ts";
import { lineSeries, pointSeries } from "./line_series.ts";
import { lowestDecade } from "./lowest_decade.ts";

/** Where a model decides: a threshold with the rates measured at it. */
export interface ChartOperatingPoint {
  readonly threshold: number;
  readonly far: number;
  readonly frr: number;
}

/** Where, at each false accept rate, the true accept rate lies with 95 % confidence. */
export interface RocBand {
  readonly far: ArrayLike<number>;
  readonly lower: ArrayLike<number>;
  readonly upper: ArrayLike<number>;
}

/** What an ROC picture shows. */
export interface RocChartContent {
  readonly curve: RocCurve;
  /** Area under the curve, for the title. */
  readonly auc: number;
  /** A line below the title: what was measured, on how much. */
  readonly subtitle: string;
  /** The point at which the model decides, marked on the curve. */
  readonly operatingPoint?: ChartOperatingPoint;
  readonly band?: RocBand;
}

/**
 * Draws an ROC curve: true accept rate over false accept rate, the latter on a logarithmic axis, since
 * a verifier works where false accepts are rare.
 *
 * @returns an SVG document
 */
export function rocChart(content: RocChartContent, look: ChartStyle = imageStyle): string {
  const { curve, auc, subtitle, operatingPoint: decision, band } = content;
  const { colors: colours, words } = look;
  const lowest = lowestDecade(curve.far);
  const onAxis = (far: number) => Math.max(far, lowest);
  const measured = Array.from(curve.far, (far, i) => [onAxis(far), curve.tar[i]!] as const);
  const chance = Array.from({ length: 101 }, (_, step) => lowest ** (step / 100));
  return renderChart({
    name: "roc",
    title: words.rocTitle(auc),
    subtitle,
    xAxis: logAxis(look, { name: words.far, min: lowest, max: 1 }),
    yAxis: yAxis(look, { name: words.tar, min: 0, max: 1 }),
    series: [
      ...(band
        ? [bandSeries(
          words.interval,
          { ...band, x: Array.from(band.far, onAxis) },
          colours.positive,
        )]
        : []),
      lineSeries(words.model, measured, { color: colours.positive }),
      lineSeries(words.chance, chance.map((far) => [far, far]), {
        color: colours.muted,
        width: 1.4,
        dashed: true,
      }),
      ...(decision
        ? [pointSeries(
          words.threshold(decision.threshold),
          [onAxis(decision.far), 1 - decision.frr],
          colours.operatingPoint,
        )]
        : []),
    ],
  }, look);
}
