import { probit as standardNormalQuantile } from "simple-statistics";
// @ts-types="echarts"
import type { XAXisComponentOption, YAXisComponentOption } from "echarts/dist/echarts.esm.min";
import type { ChartStyle } from "./chart_style.ts";

/** What an axis shows. */
export interface AxisContent {
  readonly name: string;
  /** Ends of the axis; chosen by ECharts by default. */
  readonly min?: number;
  readonly max?: number;
  /** Values with a label and a grid line; round values that ECharts chooses by default. */
  readonly ticks?: readonly number[];
  /** Formats the value of a tick. */
  readonly label?: (value: number) => string;
  /** False for no grid lines. */
  readonly lines?: boolean;
}

/** Makes the horizontal axis. */
export function xAxis(style: ChartStyle, content: AxisContent): XAXisComponentOption {
  return { type: "value", ...axis(style, content, 2.2) };
}

/** Makes a horizontal axis with a logarithmic scale. */
export function logAxis(style: ChartStyle, content: AxisContent): XAXisComponentOption {
  return {
    type: "log",
    ...axis(style, { label: (value) => `${+value.toPrecision(1)}`, ...content }, 2.2),
  };
}

/** Makes the vertical axis. */
export function yAxis(style: ChartStyle, content: AxisContent): YAXisComponentOption {
  return { type: "value", ...axis(style, content, 3.4) };
}

function axis(
  { fontSize, colors }: ChartStyle,
  { name, min, max, ticks, label, lines = true }: AxisContent,
  gap: number,
) {
  const customValues = ticks && [...ticks];
  return {
    name,
    min,
    max,
    nameGap: gap * fontSize,
    nameLocation: "middle" as const,
    nameTextStyle: { fontSize, color: colors.text },
    axisLabel: { fontSize: fontSize - 1, color: colors.text, formatter: label, customValues },
    axisLine: { show: true, onZero: false, lineStyle: { color: colors.text } },
    axisTick: { show: true, lineStyle: { color: colors.text }, customValues },
    splitLine: { show: lines, lineStyle: { color: colors.grid }, customValues },
    minorTick: { show: false },
  };
}

/** The power of ten at or below the smallest rate above 0, where a rate of 0 is shown as well. */
export function lowestDecade(rates: Iterable<number>): number {
  let smallest = 1;
  for (const rate of rates) if (rate > 0 && rate < smallest) smallest = rate;
  return 10 ** Math.min(-1, Math.floor(Math.log10(smallest)));
}

/** Rates below this are shown here. */
export const smallestRate = 1e-6;

/**
 * The standard normal deviate that has this fraction of the distribution below it: the scale of a DET
 * curve, where normally distributed scores make a straight line.
 *
 * Source: Martin et al., The DET Curve in Assessment of Detection Task Performance, Eurospeech 1997.
 *
 * @param rate 0 to 1
 * @returns a finite number: rates closer to 0 or 1 than `smallestRate` count as that far away
 */
export function probit(rate: number): number {
  return standardNormalQuantile(Math.min(Math.max(rate, smallestRate), 1 - smallestRate));
}
