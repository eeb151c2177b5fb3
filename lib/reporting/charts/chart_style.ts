import { type ChartWords, wordsEn } from "../language/words_en.ts";

/** What a colour in a chart stands for; each any colour that SVG knows, variables of CSS among them. */
export interface ChartColors {
  readonly background: string;
  readonly text: string;
  readonly muted: string;
  readonly grid: string;
  /** The model, and pairs of one identity. */
  readonly positive: string;
  /** Pairs of two identities. */
  readonly negative: string;
  /** Where the model decides, and the epoch that was kept. */
  readonly operatingPoint: string;
}

/** How a chart is drawn, whatever it shows. */
export interface ChartStyle {
  /** In pixels, as are all lengths. */
  readonly width: number;
  readonly height: number;
  readonly fontSize: number;
  readonly fontFamily: string;
  /** Whether title and subtitle are part of the drawing. */
  readonly titled: boolean;
  readonly colors: ChartColors;
  readonly words: ChartWords;
}

/** A picture of its own, on white and in English: for a file. */
export const imageStyle: ChartStyle = {
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
  words: wordsEn.charts,
};

/**
 * A part of a page, which says what it shows beside it, and has the colours as variables of its style.
 *
 * @param words in the language of the page
 */
export function pageStyle(words: ChartWords): ChartStyle {
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
      operatingPoint: "var(--decision)",
    },
    words,
  };
}
