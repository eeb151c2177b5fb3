// The bundled file, since the modules of the package read the environment as they load.
// @ts-types="echarts"
import { init, type LineSeriesOption } from "echarts/dist/echarts.esm.min";
import type { RocCurve } from "../evaluation/roc_curve.ts";

/** What an ROC picture shows. */
export interface RocPictureContent {
  readonly curve: RocCurve;
  /** Area under the curve, for the title. */
  readonly auc: number;
  /** A line below the title: what was measured, on how much. */
  readonly subtitle: string;
  /** The point at which the model decides, marked on the curve. */
  readonly decision?: { readonly threshold: number; readonly far: number; readonly frr: number };
}

/**
 * Draws an ROC curve: true accept rate over false accept rate, the latter on a logarithmic axis, since
 * a verifier works where false accepts are rare.
 *
 * @returns an SVG document of 800 x 600, in English, for `DejaVu Sans` or any other sans serif
 */
export function rocPicture(content: RocPictureContent): string {
  const { curve, auc, subtitle, decision } = content;
  const lowest = lowestDecade(curve.far);
  const onAxis = (far: number) => Math.max(far, lowest);
  const measured = Array.from(curve.far, (far, index) => [onAxis(far), curve.tar[index]!]);
  const chance = Array.from({ length: 101 }, (_, step) => lowest ** (step / 100)).map(
    (far) => [far, far],
  );
  const series: LineSeriesOption[] = [
    { ...line("this model", measured), lineStyle: { width: 2.5 } },
    { ...line("chance", chance), lineStyle: { width: 1.5, type: "dashed" } },
  ];
  if (decision) {
    series.push({
      ...line(`threshold ${decision.threshold.toFixed(3)}`, [
        [onAxis(decision.far), 1 - decision.frr],
      ]),
      symbol: "circle",
      symbolSize: 11,
    });
  }
  const chart = init(null, null, { renderer: "svg", ssr: true, width: 800, height: 600 });
  try {
    chart.setOption({
      animation: false,
      backgroundColor: "#fff",
      color: ["#1f4e9c", "#8a8a8a", "#c8381e"],
      textStyle: { fontFamily: "DejaVu Sans, sans-serif" },
      title: {
        text: `ROC curve, AUC ${auc.toFixed(4)}`,
        subtext: subtitle,
        left: "center",
        top: 12,
        textStyle: { fontSize: 20, color: "#222" },
        subtextStyle: { fontSize: 14, color: "#444" },
      },
      legend: {
        bottom: 8,
        itemGap: 36,
        icon: "roundRect",
        itemHeight: 4,
        textStyle: { fontSize: 14, color: "#222" },
      },
      grid: { left: 84, right: 40, top: 84, bottom: 104 },
      xAxis: {
        ...axis("false accept rate", 36),
        type: "log",
        min: lowest,
        max: 1,
        axisLabel: {
          fontSize: 13,
          color: "#222",
          formatter: (far: number) => `${+far.toPrecision(1)}`,
        },
      },
      yAxis: { ...axis("true accept rate", 52), type: "value", min: 0, max: 1 },
      series,
    });
    return chart.renderToSVGString();
  } finally {
    chart.dispose();
  }
}

/** The power of ten at or below the smallest rate above zero, where a rate of zero is drawn too. */
function lowestDecade(far: Float64Array): number {
  const smallest = far.find((rate) => rate > 0) ?? 1;
  return 10 ** Math.min(-1, Math.floor(Math.log10(smallest)));
}

function line(name: string, data: number[][]): LineSeriesOption {
  return { type: "line", name, data, showSymbol: true, symbol: "none" };
}

function axis(name: string, nameGap: number) {
  return {
    name,
    nameGap,
    nameLocation: "middle" as const,
    nameTextStyle: { fontSize: 15, color: "#222" },
    axisLabel: { fontSize: 13, color: "#222" },
    axisLine: { show: true, onZero: false, lineStyle: { color: "#222" } },
    splitLine: { show: true, lineStyle: { color: "#ddd" } },
  };
}
