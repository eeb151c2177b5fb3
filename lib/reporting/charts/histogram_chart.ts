import { numberFormat } from "../../language/format_numbers.ts";
import { translator } from "../../language/translator.ts";
import { xAxis, yAxis } from "./axes.ts";
import { type ChartStyle, fileStyle } from "./chart_style.ts";
import { chartMessages, thresholdMessage } from "./messages.ts";
import { renderChart } from "./render_chart.ts";
import { lineSeries, verticalLineSeries } from "./series.ts";
import type { SimilarityHistogram } from "../../evaluation/curves/similarity_histogram.ts";

/** What a chart of two histograms shows. */
export interface HistogramChartContent {
  /** The histograms of both kinds of pairs. */
  readonly histogram: SimilarityHistogram;
  /** Shown below the title: what was measured. */
  readonly subtitle: string;
  /** The smallest similarity that the model accepts, marked on the axis. */
  readonly threshold?: number;
}

/** Possible distances between the labels of the axis, in ascending order. */
const steps = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5];

/**
 * Renders the similarities of pairs of the same identity and of different identities, and the
 * threshold.
 *
 * @returns an SVG document
 */
export function histogramChart(
  content: HistogramChartContent,
  style: ChartStyle = fileStyle,
): string {
  const { histogram: { start, width, positives, negatives }, subtitle, threshold } = content;
  const { colors, language } = style;
  const translate = translator(language);
  const end = start + width * positives.length;
  const step = steps.find((step) => end - start <= 9 * step) ?? 1;
  const first = Math.floor(start / step), last = Math.ceil(end / step);
  // Each end goes down to the axis, half a bin outside.
  const outline = (fractions: Float64Array): [number, number][] => [
    [start - width / 2, 0],
    ...Array.from(
      fractions,
      (fraction, bin): [number, number] => [start + width * (bin + 0.5), fraction],
    ),
    [end + width / 2, 0],
  ];
  return renderChart({
    name: "similarities",
    title: translate(chartMessages.histogramTitle()),
    subtitle,
    xAxis: xAxis(style, {
      name: translate(chartMessages.similarity()),
      min: first * step,
      max: last * step,
      ticks: Array.from({ length: last - first + 1 }, (_, i) => (first + i) * step),
      lines: false,
      label: (value) => `${+value.toFixed(3)}`,
    }),
    yAxis: yAxis(style, {
      name: translate(chartMessages.pairFraction()),
      label: numberFormat(language).axisRate,
    }),
    series: [
      lineSeries(translate(chartMessages.negativePairs()), outline(negatives), {
        color: colors.negative,
        width: 1.6,
        area: 0.25,
        step: true,
      }),
      lineSeries(translate(chartMessages.positivePairs()), outline(positives), {
        color: colors.positive,
        width: 1.6,
        area: 0.25,
        step: true,
      }),
      ...(threshold === undefined ? [] : [verticalLineSeries(
        translate(thresholdMessage(threshold)),
        threshold,
        colors.operatingPoint,
      )]),
    ],
  }, style);
}
