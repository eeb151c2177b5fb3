import { numberFormat } from "../../language/format_numbers.ts";
import { translator } from "../../language/translator.ts";
import { xAxis, yAxis } from "./axes.ts";
import { type ChartStyle, fileStyle } from "./chart_style.ts";
import { chartMessages } from "./messages.ts";
import { renderChart } from "./render_chart.ts";
import { lineSeries, verticalLineSeries } from "./series.ts";

/** What charts and tables show of an epoch: a part of a line of `metrics.jsonl`. */
export interface EpochMetricsContent {
  /** From 0. */
  readonly epoch: number;
  /** Mean loss of the batches. */
  readonly loss: number;
  /** Fraction of active pairs or triplets, 0 to 1. */
  readonly activeShare: number;
  /** Mean distance of anchors to positives. */
  readonly meanPositive: number;
  /** Mean distance of anchors to negatives. */
  readonly meanNegative: number;
  /** AUC and equal error rate on validation. */
  readonly validation: { readonly auc: number; readonly eer: number };
  /** At the end of the epoch. */
  readonly learningRate: number;
  /** The miner of the epoch. */
  readonly miner: string;
  /** Mean over the epoch. */
  readonly imagesPerSecond: number;
}

/** The four charts of a run's epochs, each an SVG document. */
export type EpochCharts = Readonly<
  Record<"loss" | "validation-auc" | "validation-eer" | "distances", string>
>;

/**
 * Renders the epochs of a run: the loss, AUC and equal error rate on validation, and the mean distances
 * of training pairs.
 *
 * @param bestEpoch the epoch whose weights the model has, from 0
 */
export function epochCharts(
  epochs: readonly EpochMetricsContent[],
  bestEpoch: number,
  style: ChartStyle = fileStyle,
): EpochCharts {
  const translate = translator(style.language);
  const values = (metric: (epoch: EpochMetricsContent) => number) => epochs.map(metric);
  const render = (name: keyof EpochCharts, content: Omit<EpochLineChartContent, "bestEpoch">) =>
    epochLineChart(name, { bestEpoch, ...content }, style);
  const loss = translate(chartMessages.loss());
  const auc = translate(chartMessages.auc());
  const eer = translate(chartMessages.eer());
  return {
    "loss": render("loss", {
      title: translate(chartMessages.lossTitle()),
      yName: loss,
      lines: [{ name: loss, values: values(({ loss }) => loss) }],
    }),
    "validation-auc": render("validation-auc", {
      title: translate(chartMessages.aucTitle()),
      yName: auc,
      lines: [{ name: auc, values: values(({ validation }) => validation.auc) }],
    }),
    "validation-eer": render("validation-eer", {
      title: translate(chartMessages.eerTitle()),
      yName: eer,
      percent: true,
      lines: [{ name: eer, values: values(({ validation }) => validation.eer) }],
    }),
    "distances": render("distances", {
      title: translate(chartMessages.distancesTitle()),
      yName: translate(chartMessages.distance()),
      min: 0,
      lines: [
        {
          name: translate(chartMessages.positivePairs()),
          values: values(({ meanPositive }) => meanPositive),
        },
        {
          name: translate(chartMessages.negativePairs()),
          values: values(({ meanNegative }) => meanNegative),
        },
      ],
    }),
  };
}

/** What a chart of a run's epochs shows. */
export interface EpochLineChartContent {
  readonly title: string;
  /** Name of the vertical axis. */
  readonly yName: string;
  /** At most two lines, with a value for each epoch from the first on. NaN leaves out an epoch. */
  readonly lines: readonly { readonly name: string; readonly values: readonly number[] }[];
  /** The epoch whose weights the model has, from 0. */
  readonly bestEpoch: number;
  /** Start of the vertical axis; chosen by ECharts by default. */
  readonly min?: number;
  /** True for percentages on the vertical axis. */
  readonly percent?: boolean;
}

/**
 * Renders values over the epochs of a run, with the best epoch marked.
 *
 * @param name unique within a page; lowercase letters and hyphens
 * @returns an SVG document
 */
export function epochLineChart(
  name: string,
  { title, yName, lines, bestEpoch, min, percent = false }: EpochLineChartContent,
  style: ChartStyle = fileStyle,
): string {
  const { colors, language } = style;
  const translate = translator(language);
  const epochs = Math.max(...lines.map(({ values }) => values.length));
  const best = translate(chartMessages.bestEpoch({ epoch: bestEpoch + 1 }));
  return renderChart({
    name,
    title,
    xAxis: xAxis(style, {
      name: translate(chartMessages.epoch()),
      // A single epoch is a point in the middle.
      min: epochs === 1 ? 0 : 1,
      max: Math.max(epochs, 2),
      ticks: epochTicks(epochs),
      lines: false,
    }),
    yAxis: {
      ...yAxis(style, {
        name: yName,
        min,
        label: percent ? numberFormat(language).axisRate : (value) => `${+value.toPrecision(4)}`,
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
          { color: index === 0 ? colors.positive : colors.negative },
        ),
        showSymbol: epochs <= 2,
        symbol: "circle",
      })),
      verticalLineSeries(best, bestEpoch + 1, colors.operatingPoint),
    ],
  }, style);
}

/** All epochs if they are few; otherwise the first, and multiples of five that leave about six. */
function epochTicks(epochs: number): number[] {
  if (epochs <= 8) return Array.from({ length: epochs }, (_, epoch) => epoch + 1);
  const step = Math.max(1, Math.ceil(epochs / 6 / 5) * 5);
  return [1, ...Array.from({ length: Math.floor(epochs / step) }, (_, i) => (i + 1) * step)];
}
