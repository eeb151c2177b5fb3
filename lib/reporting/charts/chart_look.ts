import { type ChartWords, wordsEn } from "../report/words_en.ts";

/** What a colour in a chart stands for; each any colour that SVG knows, variables of CSS among them. */
export interface ChartColours {
  readonly background: string;
  readonly ink: string;
  readonly quiet: string;
  readonly grid: string;
  /** The model, and pairs of one identity. */
  readonly positive: string;
  /** Pairs of two identities. */
  readonly negative: string;
  /** Where the model decides, and the epoch that was kept. */
  readonly decision: string;
}

/** How a chart is drawn, whatever it shows. */
export interface ChartLook {
  /** In pixels, as are all lengths. */
  readonly width: number;
  readonly height: number;
  readonly fontSize: number;
  readonly fontFamily: string;
  /** Whether title and subtitle are part of the drawing. */
  readonly titled: boolean;
  readonly colours: ChartColours;
  readonly words: ChartWords;
}

/** A picture of its own, on white and in English: for a file. */
export const pictureLook: ChartLook = {
  width: 800,
  height: 600,
  fontSize: 14,
  fontFamily: "DejaVu Sans, sans-serif",
  titled: true,
  colours: {
    background: "#fff",
    ink: "#222",
    quiet: "#666",
    grid: "#ddd",
    positive: "#1f4e9c",
    negative: "#b45f06",
    decision: "#c8381e",
  },
  words: wordsEn.charts,
};

/**
 * A part of a page, which says what it shows beside it, and has the colours as variables of its style.
 *
 * @param words in the language of the page
 */
export function pageLook(words: ChartWords): ChartLook {
  return {
    width: 420,
    height: 290,
    fontSize: 12,
    fontFamily: "inherit",
    titled: false,
    colours: {
      background: "none",
      ink: "var(--ink)",
      quiet: "var(--quiet)",
      grid: "var(--grid)",
      positive: "var(--positive)",
      negative: "var(--negative)",
      decision: "var(--decision)",
    },
    words,
  };
}
