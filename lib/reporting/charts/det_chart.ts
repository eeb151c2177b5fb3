import { numberFormat } from "../../language/format_numbers.ts";
import { translator } from "../../language/translator.ts";
import type { DetCurve } from "../../evaluation/curves/det_curve.ts";
import { type AxisContent, lowestDecade, probit, smallestRate, xAxis, yAxis } from "./axes.ts";
import { type ChartStyle, fileStyle } from "./chart_style.ts";
import { chartMessages, thresholdMessage } from "./messages.ts";
import { renderChart } from "./render_chart.ts";
import { lineSeries, pointSeries } from "./series.ts";
import type { ChartOperatingPoint } from "./roc_chart.ts";

/** What a DET chart shows. */
export interface DetChartContent {
  /** The curve. */
  readonly curve: DetCurve;
  /** Equal error rate, for the title. */
  readonly eer: number;
  /** Shown below the title: what was measured. */
  readonly subtitle: string;
  /** The operating point of the model, marked on the curve. */
  readonly operatingPoint?: ChartOperatingPoint;
}

const ticks = [1e-6, 1e-5, 1e-4, 0.001, 0.01, 0.05, 0.2, 0.5, 0.8, 0.95, 0.99];

/**
 * Renders a detection error tradeoff (DET) curve: false reject rate over false accept rate, both on
 * axes of normal deviates.
 *
 * @returns an SVG document
 */
export function detChart(content: DetChartContent, style: ChartStyle = fileStyle): string {
  const { curve, eer, subtitle, operatingPoint } = content;
  const { colors, language } = style;
  const translate = translator(language);
  const format = numberFormat(language);
  const lowest = (rates: Float64Array) => Math.max(lowestDecade(rates), smallestRate);
  const x = { min: lowest(curve.far), max: 0.5 };
  const y = { min: lowest(curve.frr), max: 0.99 };
  const place = (far: number, frr: number) =>
    [probit(Math.max(far, x.min)), probit(Math.max(frr, y.min))] as const;
  const equal = Math.max(x.min, y.min);
  const equalErrors = [place(equal, equal), place(0.5, 0.5)];
  return renderChart({
    name: "det",
    title: translate(chartMessages.detTitle({ eer: format.rate(eer) })),
    subtitle,
    xAxis: xAxis(style, {
      name: translate(chartMessages.far()),
      ...probitScale(x, 7, format.target),
    }),
    yAxis: yAxis(style, {
      name: translate(chartMessages.frr()),
      ...probitScale(y, 12, format.target),
    }),
    series: [
      lineSeries(
        translate(chartMessages.model()),
        Array.from(curve.far, (far, i) => place(far, curve.frr[i]!)),
        {
          color: colors.positive,
        },
      ),
      lineSeries(translate(chartMessages.equalErrors()), equalErrors, {
        color: colors.muted,
        width: 1.4,
        dashed: true,
      }),
      ...(operatingPoint
        ? [pointSeries(
          translate(thresholdMessage(operatingPoint.threshold)),
          place(operatingPoint.far, operatingPoint.frr),
          colors.operatingPoint,
        )]
        : []),
    ],
  }, style);
}

/**
 * Chooses the ticks of a probit scale.
 *
 * @param most number of labels that fit
 */
function probitScale(
  { min, max }: { min: number; max: number },
  most: number,
  label: (rate: number) => string,
): Omit<AxisContent, "name"> {
  const spacing = (probit(max) - probit(min)) / most;
  const shown = ticks.filter((rate) => rate >= min && rate <= max).reduce<number[]>(
    (chosen, rate) =>
      chosen.length > 0 && probit(rate) - probit(chosen.at(-1)!) < spacing
        ? chosen
        : [...chosen, rate],
    [],
  );
  const rateOf = new Map(shown.map((rate) => [probit(rate), rate]));
  return {
    min: probit(min),
    max: probit(max),
    ticks: [...rateOf.keys()],
    label: (deviate) => {
      // ECharts passes rounded values.
      const [, rate] = [...rateOf].find(([at]) => Math.abs(at - deviate) < 1e-6) ?? [];
      return rate === undefined ? "" : label(rate);
    },
  };
}
