import type { ChartStyle } from "./chart_style.ts";
import { textWidth } from "./text_width.ts";

/** How the names below a chart are set. */
export interface LegendLayout {
  /** Of the font, in pixels. */
  readonly size: number;
  /** Between one name and the next, in pixels. */
  readonly gap: number;
  /** So many rows of names; 0 where there is none. */
  readonly rows: number;
}

/** Lays names out as ECharts will: a bar, a space of 5 pixels and the name, one after another. */
export function legendLayout(
  names: readonly string[],
  { width, fontSize, titled }: ChartStyle,
): LegendLayout {
  const size = titled ? fontSize : fontSize - 1, gap = fontSize * (titled ? 1.4 : 0.7);
  // ECharts leaves 5 pixels at either side.
  const room = width - 10;
  let rows = 0, used = Infinity;
  for (const name of names) {
    const own = fontSize + 5 + textWidth(name, size);
    used += gap + own;
    if (used > room) [rows, used] = [rows + 1, own];
  }
  return { size, gap, rows };
}
