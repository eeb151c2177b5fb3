import { xAxis, yAxis } from "./axes.ts";
import { type ChartStyle, imageStyle } from "./chart_style.ts";
import { renderChart } from "./render_chart.ts";
import { lineSeries, verticalLineSeries } from "./line_series.ts";
import type { SimilarityHistogram } from "../../evaluation/curves/similarity_histogram.ts";

/** What a picture of two histograms shows. */
export interface HistogramChartContent {
  readonly histogram: SimilarityHistogram;
  /** A line below the title: what was measured, on how much. */
  readonly subtitle: string;
  /** From here on, two pictures are called the same. */
  readonly threshold?: number;
}

/** Between labels of the axis, the smallest first. */
const steps = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5];

/**
 * Draws how similar pairs of one identity are, and pairs of two, and the threshold between them.
 *
 * @returns an SVG document
 */
export function histogramChart(
  content: HistogramChartContent,
  look: ChartStyle = imageStyle,
): string {
  const { histogram: { start, width, positives, negatives }, subtitle, threshold } = content;
  const { colors: colours, words } = look;
  const end = start + width * positives.length;
  const step = steps.find((step) => end - start <= 9 * step) ?? 1;
  const first = Math.floor(start / step), last = Math.ceil(end / step);
  // Down to the axis at either end, half a bin out.
  const outline = (shares: Float64Array): [number, number][] => [
    [start - width / 2, 0],
    ...Array.from(shares, (share, bin): [number, number] => [start + width * (bin + 0.5), share]),
    [end + width / 2, 0],
  ];
  return renderChart({
    name: "similarities",
    title: words.histogramTitle,
    subtitle,
    xAxis: xAxis(look, {
      name: words.similarity,
      min: first * step,
      max: last * step,
      ticks: Array.from({ length: last - first + 1 }, (_, i) => (first + i) * step),
      lines: false,
      label: (value) => `${+value.toFixed(3)}`,
    }),
    yAxis: yAxis(look, {
      name: words.shareOfPairs,
      label: (share) => `${+(100 * share).toFixed(1)} %`,
    }),
    series: [
      lineSeries(words.negativePairs, outline(negatives), {
        color: colours.negative,
        width: 1.6,
        area: 0.25,
        step: true,
      }),
      lineSeries(words.positivePairs, outline(positives), {
        color: colours.positive,
        width: 1.6,
        area: 0.25,
        step: true,
      }),
      ...(threshold === undefined
        ? []
        : [verticalLineSeries(words.threshold(threshold), threshold, colours.operatingPoint)]),
    ],
  }, look);
}
