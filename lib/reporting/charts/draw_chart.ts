// The bundled file, since the modules of the package read the environment as they load.
// @ts-types="echarts"
import { type EChartsOption, init } from "echarts/dist/echarts.esm.min";
import type { ChartLook } from "./chart_look.ts";

/** What a chart shows; its axes and series as ECharts has them. */
export interface Chart extends Pick<EChartsOption, "xAxis" | "yAxis" | "series"> {
  /** What no other chart of the same page is called; lower case letters and hyphens. */
  readonly name: string;
  readonly title: string;
  readonly subtitle?: string;
  /** False where there is nothing to tell apart. */
  readonly legend?: boolean;
}

/**
 * Draws a chart.
 *
 * @returns an SVG document; the same chart gives the same text
 */
export function drawChart(chart: Chart, look: ChartLook): string {
  const { name, title, subtitle, legend = true, xAxis, yAxis, series } = chart;
  const { width, height, fontSize, fontFamily, titled, colours } = look;
  const picture = init(null, null, { renderer: "svg", ssr: true, width, height });
  try {
    picture.setOption({
      animation: false,
      backgroundColor: colours.background,
      textStyle: { fontFamily },
      title: {
        show: titled,
        text: title,
        subtext: subtitle,
        left: "center",
        top: 12,
        textStyle: { fontSize: fontSize + 6, color: colours.ink },
        subtextStyle: { fontSize, color: colours.ink },
      },
      legend: {
        show: legend,
        bottom: titled ? 8 : 0,
        left: "center",
        itemGap: fontSize * 1.4,
        itemWidth: fontSize * 1.4,
        itemHeight: fontSize * 0.3,
        icon: "roundRect",
        // Series without a name of their own are not for the legend.
        textStyle: { fontSize, color: colours.ink },
      },
      grid: {
        left: fontSize * 5.2,
        right: fontSize * (titled ? 3 : 1.2),
        top: titled ? 84 : fontSize * 0.8,
        bottom: fontSize * (legend ? 6 : 3.6) + (titled ? 12 : 0),
      },
      xAxis,
      yAxis,
      series,
    });
    return picture.renderToSVGString().replaceAll(/\bzr\d+-/g, `${name}-`);
  } finally {
    picture.dispose();
  }
}
