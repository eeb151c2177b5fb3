// The bundled file, because the modules of the package read environment variables when they load.
// @ts-types="echarts"
import { type EChartsOption, init, setPlatformAPI } from "echarts/dist/echarts.esm.min";
import type { ChartStyle } from "./chart_style.ts";
import { legendLayout, textWidth } from "./legend_layout.ts";

// ECharts has no font to measure here.
setPlatformAPI({
  measureText: (text, font) => ({
    width: textWidth(text, Number.parseFloat(/([\d.]+)px/.exec(font ?? "")?.[1] ?? "12")),
  }),
});

/** What a chart shows, with axes and series as ECharts defines them. */
export interface Chart extends Pick<EChartsOption, "xAxis" | "yAxis" | "series"> {
  /** Unique within a page; lowercase letters and hyphens. */
  readonly name: string;
  readonly title: string;
  readonly subtitle?: string;
  /** False for no legend. */
  readonly legend?: boolean;
}

/**
 * Renders a chart.
 *
 * @returns an SVG document; the same chart always gives the same text
 */
export function renderChart(chart: Chart, style: ChartStyle): string {
  const { name, title, subtitle, legend = true, xAxis, yAxis, series } = chart;
  const { width, height, fontSize, fontFamily, titled, colors } = style;
  const names = [series ?? []].flat().map(({ name }) => `${name}`);
  const { size, gap, rows } = legendLayout(legend ? names : [], style);
  const instance = init(null, null, { renderer: "svg", ssr: true, width, height });
  try {
    instance.setOption({
      animation: false,
      backgroundColor: colors.background,
      textStyle: { fontFamily },
      title: {
        show: titled,
        text: title,
        subtext: subtitle,
        left: "center",
        top: 12,
        textStyle: { fontSize: fontSize + 6, color: colors.text },
        subtextStyle: { fontSize, color: colors.text },
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
        textStyle: { fontSize: size, color: colors.text },
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
    return cleanSvg(instance.renderToSVGString(), name);
  } finally {
    instance.dispose();
  }
}

/**
 * Removes what ECharts adds for its own script, which differs from one rendering to the next, and names
 * what must be unique within a page after the chart.
 */
function cleanSvg(svg: string, name: string): string {
  return svg
    .replaceAll(/<style\s*>.*?<\/style>\s*/gs, "")
    .replaceAll(/ (class|ecmeta_\w+)="[^"]*"/g, "")
    .replaceAll(/\bzr\d+-/g, `${name}-`);
}
