// @ts-types="echarts"
import type { CustomSeriesOption, LineSeriesOption } from "echarts/dist/echarts.esm.min";

/** Makes a line through points that the legend shows under its name. */
export function lineSeries(
  name: string,
  points: readonly (readonly [number, number])[],
  style: {
    readonly color: string;
    /** In pixels. */
    readonly width?: number;
    readonly dashed?: boolean;
    /** Opacity of the area below the line; not filled by default. */
    readonly area?: number;
    /** True for steps that are centered on the points. */
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

/** Makes a single point that the legend shows under its name. */
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

/** Makes a vertical line over the whole height that the legend shows under its name. */
export function verticalLineSeries(name: string, x: number, color: string): LineSeriesOption {
  return {
    ...lineSeries(name, [], { color }),
    markLine: {
      silent: true,
      symbol: "none",
      // ECharts rounds x to two decimals otherwise.
      precision: 12,
      label: { show: false },
      lineStyle: { color, width: 2, type: "dashed" },
      data: [{ xAxis: x }],
    },
  };
}

/** The area between two curves: at each `x` from `lower` to `upper`; all three have one length. */
export interface Band {
  readonly x: ArrayLike<number>;
  readonly lower: ArrayLike<number>;
  readonly upper: ArrayLike<number>;
}

/** Makes a filled band that the legend shows under its name. */
export function bandSeries(name: string, band: Band, color: string): CustomSeriesOption {
  const indices = Array.from(band.x, (_, index) => index);
  const edge = (values: ArrayLike<number>) => indices.map((i) => [band.x[i]!, values[i]!]);
  const outline = [...edge(band.lower), ...edge(band.upper).reverse()];
  return {
    type: "custom",
    name,
    silent: true,
    itemStyle: { color, opacity: 0.22 },
    data: [outline[0] ?? []],
    renderItem: (_, api) => ({
      type: "polygon",
      shape: { points: outline.map((point) => api.coord(point)) },
      style: { fill: color, opacity: 0.22 },
    }),
  };
}
