import { type ChartStyle, imageStyle } from "./chart_style.ts";
import { epochLineChart } from "./epoch_line_chart.ts";

/** What is drawn of an epoch: a part of a line of `metrics.jsonl`. */
export interface EpochMetricsContent {
  /** From 0. */
  readonly epoch: number;
  readonly loss: number;
  readonly activeFraction: number;
  /** Mean distances of anchors to positives and to negatives. */
  readonly meanPositive: number;
  readonly meanNegative: number;
  readonly validation: { readonly auc: number; readonly eer: number };
  readonly learningRate: number;
  readonly miner: string;
  readonly imagesPerSecond: number;
}

/** The four pictures of a run's course, each an SVG document. */
export type EpochCharts = Readonly<
  Record<"loss" | "validation-auc" | "validation-eer" | "distances", string>
>;

/**
 * Draws a run's course: the loss, what validation said, and how far apart training held pairs.
 *
 * @param kept the epoch whose weights were kept, from 0
 */
export function epochCharts(
  epochs: readonly EpochMetricsContent[],
  bestEpoch: number,
  look: ChartStyle = imageStyle,
): EpochCharts {
  const { words } = look;
  const values = (figure: (epoch: EpochMetricsContent) => number) => epochs.map(figure);
  const picture = (
    name: keyof EpochCharts,
    content: Omit<Parameters<typeof epochLineChart>[0], "name" | "bestEpoch">,
  ) => epochLineChart({ name, bestEpoch, ...content }, look);
  return {
    "loss": picture("loss", {
      title: words.lossTitle,
      measure: words.loss,
      lines: [{ name: words.loss, values: values(({ loss }) => loss) }],
    }),
    "validation-auc": picture("validation-auc", {
      title: words.aucTitle,
      measure: words.auc,
      lines: [{ name: words.auc, values: values(({ validation }) => validation.auc) }],
    }),
    "validation-eer": picture("validation-eer", {
      title: words.eerTitle,
      measure: words.eer,
      percent: true,
      lines: [{ name: words.eer, values: values(({ validation }) => validation.eer) }],
    }),
    "distances": picture("distances", {
      title: words.distancesTitle,
      measure: words.distance,
      min: 0,
      lines: [
        { name: words.positivePairs, values: values(({ meanPositive }) => meanPositive) },
        { name: words.negativePairs, values: values(({ meanNegative }) => meanNegative) },
      ],
    }),
  };
}
