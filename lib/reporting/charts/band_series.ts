// @ts-types="echarts"
import type { CustomSeriesOption } from "echarts/dist/echarts.esm.min";

/** Where a curve may run: at each `x` from `lower` to `upper`. */
export interface Band {
  readonly x: ArrayLike<number>;
  readonly lower: ArrayLike<number>;
  readonly upper: ArrayLike<number>;
}

/** A filled band, in the legend under its name. */
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
