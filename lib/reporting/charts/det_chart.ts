import type { DetCurve } from "../../evaluation/curves/det_curve.ts";
import { type AxisContent, xAxis, yAxis } from "./axes.ts";
import { type ChartStyle, imageStyle } from "./chart_style.ts";
import { renderChart } from "./render_chart.ts";
import { lineSeries, pointSeries } from "./line_series.ts";
import { lowestDecade } from "./lowest_decade.ts";
import { probit, smallestRate } from "./probit.ts";
import type { ChartOperatingPoint } from "./roc_chart.ts";

/** What a DET picture shows. */
export interface DetChartContent {
  readonly curve: DetCurve;
  /** Equal error rate, for the title. */
  readonly eer: number;
  /** A line below the title: what was measured, on how much. */
  readonly subtitle: string;
  /** The point at which the model decides, marked on the curve. */
  readonly operatingPoint?: ChartOperatingPoint;
}

const ticks = [1e-6, 1e-5, 1e-4, 0.001, 0.01, 0.05, 0.2, 0.5, 0.8, 0.95, 0.99];

/**
 * Draws a detection error tradeoff: false reject rate over false accept rate, both on axes of normal
 * deviates.
 *
 * @returns an SVG document
 */
export function detChart(content: DetChartContent, look: ChartStyle = imageStyle): string {
  const { curve, eer, subtitle, operatingPoint: decision } = content;
  const { colors: colours, words } = look;
  const lowest = (rates: Float64Array) => Math.max(lowestDecade(rates), smallestRate);
  const x = { min: lowest(curve.far), max: 0.5 };
  const y = { min: lowest(curve.frr), max: 0.99 };
  const place = (far: number, frr: number) =>
    [probit(Math.max(far, x.min)), probit(Math.max(frr, y.min))] as const;
  const equal = Math.max(x.min, y.min);
  const equalErrors = [place(equal, equal), place(0.5, 0.5)];
  return renderChart({
    name: "det",
    title: words.detTitle(eer),
    subtitle,
    xAxis: xAxis(look, { name: words.far, ...probitScale(x, 7) }),
    yAxis: yAxis(look, { name: words.frr, ...probitScale(y, 12) }),
    series: [
      lineSeries(words.model, Array.from(curve.far, (far, i) => place(far, curve.frr[i]!)), {
        color: colours.positive,
      }),
      lineSeries(words.equalErrors, equalErrors, {
        color: colours.muted,
        width: 1.4,
        dashed: true,
      }),
      ...(decision
        ? [pointSeries(
          words.threshold(decision.threshold),
          place(decision.far, decision.frr),
          colours.operatingPoint,
        )]
        : []),
    ],
  }, look);
}

/** @param most labels that there is room for, the same way apart */
function probitScale(
  { min, max }: { min: number; max: number },
  most: number,
): Omit<AxisContent, "name"> {
  const apart = (probit(max) - probit(min)) / most;
  const shown = ticks.filter((rate) => rate >= min && rate <= max).reduce<number[]>(
    (kept, rate) =>
      kept.length > 0 && probit(rate) - probit(kept.at(-1)!) < apart ? kept : [...kept, rate],
    [],
  );
  const rateOf = new Map(shown.map((rate) => [probit(rate), rate]));
  return {
    min: probit(min),
    max: probit(max),
    ticks: [...rateOf.keys()],
    label: (deviate) => {
      // ECharts rounds what it hands back.
      const [, rate] = [...rateOf].find(([at]) => Math.abs(at - deviate) < 1e-6) ?? [];
      return rate === undefined ? "" : `${+(100 * rate).toPrecision(1 + +(rate > 0.9))} %`;
    },
  };
}
