// @ts-types="echarts"
import type { CustomSeriesOption } from "echarts/dist/echarts.esm.min";
import { translator } from "../../language/translator.ts";
import { type ChartStyle, fileStyle } from "./chart_style.ts";
import { chartMessages } from "./messages.ts";
import { renderChart } from "./render_chart.ts";
import { spreadPoints } from "./spread_points.ts";

/** An image at its place on a map. */
export interface MappedImage {
  /** On any scale, as is `y`. */
  readonly x: number;
  /** On any scale. */
  readonly y: number;
  /** Relative to the folder. */
  readonly path: string;
  /** The name of the identity. */
  readonly identity: string;
  /** A data URL. */
  readonly source: string;
}

/** The fraction of the map that images cover; the rest sets groups apart. */
const filledFraction = 0.42;
/** The largest side of an image with its frame, in pixels of a map 1,080 wide. */
const largestCell = 56;
/** In pixels. */
const frame = 2.5;

/**
 * Renders images at the places of their embeddings, framed in a color for each identity, and moved so
 * that they do not overlap.
 *
 * @param images `[n]`, with one place each
 * @param style its width and height do not matter
 * @returns an SVG document
 */
export function embeddingMap(
  images: readonly MappedImage[],
  style: ChartStyle = fileStyle,
): string {
  const width = 1080, height = 640, top = style.titled ? 60 : 0;
  const cell = Math.min(largestCell, Math.sqrt(width * height * filledFraction / images.length));
  const places = spreadPoints(images, { width, height, cell });
  const colors = new Map([...new Set(images.map(({ identity }) => identity))].map(
    (identity, index) => [identity, identityColor(index)],
  ));
  const side = cell - 2;
  const series: CustomSeriesOption = {
    type: "custom",
    coordinateSystem: "none" as never,
    silent: true,
    data: images.map((_, index) => [index]),
    renderItem: ({ dataIndex }) => {
      const { identity, source } = images[dataIndex]!;
      const [x, y] = [places[dataIndex]!.x + 1, places[dataIndex]!.y + 1 + top];
      return {
        type: "group",
        children: [
          {
            type: "rect",
            shape: { x, y, width: side, height: side, r: 3 },
            style: { fill: colors.get(identity)! },
          },
          {
            type: "image",
            style: {
              image: source,
              x: x + frame,
              y: y + frame,
              width: side - 2 * frame,
              height: side - 2 * frame,
            },
          },
        ],
      };
    },
  };
  return renderChart({
    name: "map",
    title: translator(style.language)(chartMessages.mapTitle()),
    legend: false,
    series: [series],
  }, { ...style, width, height: height + top });
}

/** Degrees on the color wheel from one identity to the next: the golden angle. */
const hueStep = 137.508;

/**
 * Gives an identity a color that differs from those before it as much as possible, and is visible on
 * white and on black.
 *
 * @param index from 0
 * @returns a CSS color
 */
export function identityColor(index: number): string {
  const hue = (210 + index * hueStep) % 360;
  const lightness = [48, 62, 38][Math.floor(index / 9) % 3]!;
  return `hsl(${hue.toFixed(0)}, 70%, ${lightness}%)`;
}
