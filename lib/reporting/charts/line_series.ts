// @ts-types="echarts"
import type { LineSeriesOption } from "echarts/dist/echarts.esm.min";

/** A line through points, in the legend under its name. */
export function lineSeries(
  name: string,
  points: readonly (readonly [number, number])[],
  style: {
    readonly color: string;
    readonly width?: number;
    readonly dashed?: boolean;
    /** Fills what is below, to this strength. */
    readonly area?: number;
    readonly step?: boolean;
  },
): LineSeriesOption {
  const { color, width = 2.2, dashed = false, area, step = false } = style;
  return {
    type: "line",
    name,
    data: points.map((point) => [...point]),
    showSymbol: false,
    symbol: "none",
    silent: true,
    emphasis: { disabled: true },
    step: step ? "middle" : false,
    itemStyle: { color },
    lineStyle: { color, width, type: dashed ? "dashed" : "solid" },
    ...(area === undefined ? {} : { areaStyle: { color, opacity: area } }),
  };
}

/** A single point, in the legend under its name. */
export function pointSeries(
  name: string,
  point: readonly [number, number],
  color: string,
): LineSeriesOption {
  return {
    ...lineSeries(name, [point], { color }),
    showSymbol: true,
    symbol: "circle",
    symbolSize: 11,
  };
}

/** An upright line over the whole height, in the legend under its name. */
export function verticalLineSeries(name: string, x: number, color: string): LineSeriesOption {
  return {
    ...lineSeries(name, [], { color }),
    markLine: {
      silent: true,
      symbol: "none",
      // ECharts would draw it at x to two decimals.
      precision: 12,
      label: { show: false },
      lineStyle: { color, width: 2, type: "dashed" },
      data: [{ xAxis: x }],
    },
  };
}
