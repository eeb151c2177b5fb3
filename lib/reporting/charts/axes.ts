// @ts-types="echarts"
import type { XAXisComponentOption, YAXisComponentOption } from "echarts/dist/echarts.esm.min";
import type { ChartStyle } from "./chart_style.ts";

/** What an axis shows. */
export interface AxisContent {
  readonly name: string;
  readonly min?: number;
  readonly max?: number;
  /** Where labels and lines are; else ECharts finds round values. */
  readonly ticks?: readonly number[];
  readonly label?: (value: number) => string;
  /** False for no lines across the chart. */
  readonly lines?: boolean;
}

/** The axis below. */
export function xAxis(look: ChartStyle, content: AxisContent): XAXisComponentOption {
  return { type: "value", ...axis(look, content, 2.2) };
}

/** The axis below, where each power of ten takes as much room as the next. */
export function logAxis(look: ChartStyle, content: AxisContent): XAXisComponentOption {
  return {
    type: "log",
    ...axis(look, { label: (value) => `${+value.toPrecision(1)}`, ...content }, 2.2),
  };
}

/** The axis to the left. */
export function yAxis(look: ChartStyle, content: AxisContent): YAXisComponentOption {
  return { type: "value", ...axis(look, content, 3.4) };
}

function axis(
  { fontSize, colors: colours }: ChartStyle,
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
    nameTextStyle: { fontSize, color: colours.text },
    axisLabel: { fontSize: fontSize - 1, color: colours.text, formatter: label, customValues },
    axisLine: { show: true, onZero: false, lineStyle: { color: colours.text } },
    axisTick: { show: true, lineStyle: { color: colours.text }, customValues },
    splitLine: { show: lines, lineStyle: { color: colours.grid }, customValues },
    minorTick: { show: false },
  };
}
