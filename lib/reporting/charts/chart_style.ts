import type { Language } from "../../language/user_message.ts";

/** The colors of a chart, each in any notation that SVG knows, such as a CSS variable. */
export interface ChartColors {
  /** Behind the chart. */
  readonly background: string;
  /** Text and axes. */
  readonly text: string;
  /** Lines to compare with, such as chance. */
  readonly muted: string;
  /** Grid lines. */
  readonly grid: string;
  /** The model, and pairs of the same identity. */
  readonly positive: string;
  /** Pairs of different identities. */
  readonly negative: string;
  /** The operating point of the model, and the best epoch. */
  readonly operatingPoint: string;
}

/** How a chart looks, whatever it shows. */
export interface ChartStyle {
  /** In pixels, as are all lengths. */
  readonly width: number;
  /** In pixels. */
  readonly height: number;
  /** In pixels. */
  readonly fontSize: number;
  /** As in CSS. */
  readonly fontFamily: string;
  /** True if the chart includes its title and subtitle. */
  readonly titled: boolean;
  /** The colors of the chart. */
  readonly colors: ChartColors;
  /** The language of the text. */
  readonly language: Language;
}

/** The style of a chart in a file: on white, with its title, in English. */
export const fileStyle: ChartStyle = {
  width: 800,
  height: 600,
  fontSize: 14,
  fontFamily: "DejaVu Sans, sans-serif",
  titled: true,
  colors: {
    background: "#fff",
    text: "#222",
    muted: "#666",
    grid: "#ddd",
    positive: "#1f4e9c",
    negative: "#b45f06",
    operatingPoint: "#c8381e",
  },
  language: "en",
};

/** The style of a chart in a page, whose style sheet defines the colors and whose text has the title. */
export function pageStyle(language: Language): ChartStyle {
  return {
    width: 420,
    height: 290,
    fontSize: 12,
    fontFamily: "inherit",
    titled: false,
    colors: {
      background: "none",
      text: "var(--ink)",
      muted: "var(--quiet)",
      grid: "var(--grid)",
      positive: "var(--positive)",
      negative: "var(--negative)",
      operatingPoint: "var(--operating-point)",
    },
    language,
  };
}
