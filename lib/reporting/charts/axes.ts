// @ts-types="echarts"
import type { XAXisComponentOption, YAXisComponentOption } from "echarts/dist/echarts.esm.min";
import type { ChartLook } from "./chart_look.ts";

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
export function xAxis(look: ChartLook, content: AxisContent): XAXisComponentOption {
  return { type: "value", ...axis(look, content, 2.2) };
}

/** The axis below, where each power of ten takes as much room as the next. */
export function logAxis(look: ChartLook, content: AxisContent): XAXisComponentOption {
  return {
    type: "log",
    ...axis(look, { label: (value) => `${+value.toPrecision(1)}`, ...content }, 2.2),
  };
}

/** The axis to the left. */
export function yAxis(look: ChartLook, content: AxisContent): YAXisComponentOption {
  return { type: "value", ...axis(look, content, 3.4) };
}

function axis(
  { fontSize, colours }: ChartLook,
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
    nameTextStyle: { fontSize, color: colours.ink },
    axisLabel: { fontSize: fontSize - 1, color: colours.ink, formatter: label, customValues },
    axisLine: { show: true, onZero: false, lineStyle: { color: colours.ink } },
    axisTick: { show: true, lineStyle: { color: colours.ink }, customValues },
    splitLine: { show: lines, lineStyle: { color: colours.grid }, customValues },
    minorTick: { show: false },
  };
}
