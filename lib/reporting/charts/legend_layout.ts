import type { ChartStyle } from "./chart_style.ts";

/** The layout of the names below a chart. */
export interface LegendLayout {
  /** Font size in pixels. */
  readonly size: number;
  /** Space between two names in pixels. */
  readonly gap: number;
  /** Number of rows; 0 without names. */
  readonly rows: number;
}

/** Lays out names as ECharts does: a bar, 5 pixels of space, and the name, one after another. */
export function legendLayout(
  names: readonly string[],
  { width, fontSize, titled }: ChartStyle,
): LegendLayout {
  const size = titled ? fontSize : fontSize - 1, gap = fontSize * (titled ? 1.4 : 0.7);
  // ECharts leaves 5 pixels on each side.
  const room = width - 10;
  let rows = 0, used = Infinity;
  for (const name of names) {
    const width = fontSize + 5 + textWidth(name, size);
    used += gap + width;
    if (used > room) [rows, used] = [rows + 1, width];
  }
  return { size, gap, rows };
}

/**
 * Estimates the width of a text, since there is no font to measure: letters as wide as in DejaVu Sans,
 * which is wider than most; Chinese, Japanese, and Korean characters as squares.
 *
 * @param fontSize in pixels, as is the result
 */
export function textWidth(text: string, fontSize: number): number {
  const ems = Array.from(text, (letter) => letter < "\u2e80" ? 0.61 : 1);
  return fontSize * ems.reduce((sum, em) => sum + em, 0);
}
