import { xAxis, yAxis } from "./axes.ts";
import { type ChartStyle, imageStyle } from "./chart_style.ts";
import { renderChart } from "./render_chart.ts";
import { lineSeries, verticalLineSeries } from "./line_series.ts";

/** What a picture of a run's epochs shows. */
export interface EpochLineChartContent {
  /** What no other picture of the same page is called. */
  readonly name: string;
  readonly title: string;
  /** What the axis to the left measures. */
  readonly measure: string;
  /** At most two, a value an epoch, from the first on; what is not a number is left out. */
  readonly lines: readonly { readonly name: string; readonly values: readonly number[] }[];
  /** The epoch whose weights were kept, from 0. */
  readonly bestEpoch: number;
  /** Of the axis; 0 where it is told as a whole. */
  readonly min?: number;
  /** Labels as percentages. */
  readonly percent?: boolean;
}

/**
 * Draws figures over a run's epochs, with the one that was kept.
 *
 * @returns an SVG document
 */
export function epochLineChart(
  content: EpochLineChartContent,
  look: ChartStyle = imageStyle,
): string {
  const { name, title, measure, lines, bestEpoch: kept, min, percent = false } = content;
  const { colors: colours, words } = look;
  const epochs = Math.max(...lines.map(({ values }) => values.length));
  const step = Math.max(1, Math.ceil(epochs / 6 / 5) * 5);
  const ticks = epochs <= 8
    ? Array.from({ length: epochs }, (_, epoch) => epoch + 1)
    : [1, ...Array.from({ length: Math.floor(epochs / step) }, (_, i) => (i + 1) * step)];
  return renderChart({
    name,
    title,
    xAxis: xAxis(look, {
      name: words.epoch,
      // A single epoch is a point in the middle.
      min: epochs === 1 ? 0 : 1,
      max: Math.max(epochs, 2),
      ticks,
      lines: false,
    }),
    yAxis: {
      ...yAxis(look, {
        name: measure,
        min,
        label: percent
          ? (value) => `${+(100 * value).toFixed(2)} %`
          : (value) => `${+value.toPrecision(4)}`,
      }),
      scale: true,
    },
    series: [
      ...lines.map(({ name, values }, index) => ({
        ...lineSeries(
          name,
          values.flatMap((value, epoch) =>
            Number.isFinite(value) ? [[epoch + 1, value] as const] : []
          ),
          { color: index === 0 ? colours.positive : colours.negative },
        ),
        showSymbol: epochs <= 2,
        symbol: "circle",
      })),
      verticalLineSeries(words.keptEpoch(kept + 1), kept + 1, colours.operatingPoint),
    ],
  }, look);
}
