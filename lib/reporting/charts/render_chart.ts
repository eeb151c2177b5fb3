// The bundled file, since the modules of the package read the environment as they load.
// @ts-types="echarts"
import { type EChartsOption, init, setPlatformAPI } from "echarts/dist/echarts.esm.min";
import type { ChartStyle } from "./chart_style.ts";
import { legendLayout } from "./legend_layout.ts";
import { textWidth } from "./text_width.ts";

// There is no font to measure.
setPlatformAPI({
  measureText: (text, font) => ({
    width: textWidth(text, Number.parseFloat(/([\d.]+)px/.exec(font ?? "")?.[1] ?? "12")),
  }),
});

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
export function renderChart(chart: Chart, look: ChartStyle): string {
  const { name, title, subtitle, legend = true, xAxis, yAxis, series } = chart;
  const { width, height, fontSize, fontFamily, titled, colors: colours } = look;
  const names = [series ?? []].flat().map(({ name }) => `${name}`);
  const { size, gap, rows } = legendLayout(legend ? names : [], look);
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
        textStyle: { fontSize: fontSize + 6, color: colours.text },
        subtextStyle: { fontSize, color: colours.text },
      },
      legend: {
        show: legend,
        borderColor: "transparent",
        bottom: titled ? 8 : 0,
        left: "center",
        itemGap: gap,
        itemWidth: fontSize,
        itemHeight: fontSize * 0.3,
        icon: "roundRect",
        textStyle: { fontSize: size, color: colours.text },
      },
      grid: {
        left: fontSize * 5.2,
        right: fontSize * (titled ? 3 : 1.2),
        top: titled ? 84 : fontSize * 0.8,
        bottom: fontSize * (3.6 + 2.1 * rows + (rows > 0 ? 0.3 : 0)) + (titled ? 12 : 0),
      },
      xAxis,
      yAxis,
      series,
    });
    return withoutTraces(picture.renderToSVGString(), name);
  } finally {
    picture.dispose();
  }
}

/**
 * Takes out what ECharts leaves for its own script, with which none of its pictures would be the same
 * twice, and names what must be unique within a page after the chart.
 */
function withoutTraces(svg: string, name: string): string {
  return svg
    .replaceAll(/<style\s*>.*?<\/style>\s*/gs, "")
    .replaceAll(/ (class|ecmeta_\w+)="[^"]*"/g, "")
    .replaceAll(/\bzr\d+-/g, `${name}-`);
}
