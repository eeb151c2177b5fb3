// @ts-types="echarts"
import type { CustomSeriesOption } from "echarts/dist/echarts.esm.min";
import { type ChartStyle, imageStyle } from "./chart_style.ts";
import { renderChart } from "./render_chart.ts";
import { identityColor } from "./identity_color.ts";
import { spreadPoints } from "./spread_points.ts";

/** A picture at its place on a map. */
export interface MappedImage {
  readonly x: number;
  readonly y: number;
  readonly path: string;
  readonly identity: string;
  /** A data URI. */
  readonly source: string;
}

/** What is drawn of the whole for pictures; the rest is left to see groups by. */
const filled = 0.42;
/** The largest that a picture becomes, its frame included, in pixels of a map 1,080 wide. */
const largest = 56;
const frame = 2.5;

/**
 * Draws pictures where their embeddings lie, framed in a colour for each identity, moved apart so that
 * none hides another.
 *
 * @param look its height is kept, its width is that of a page
 * @returns an SVG document
 */
export function embeddingMap(
  pictures: readonly MappedImage[],
  look: ChartStyle = imageStyle,
): string {
  const width = 1080, height = 640, top = look.titled ? 60 : 0;
  const cell = Math.min(largest, Math.sqrt(width * height * filled / pictures.length));
  const places = spreadPoints(pictures, { width, height, cell });
  const colours = new Map([...new Set(pictures.map(({ identity }) => identity))].map(
    (identity, index) => [identity, identityColor(index)],
  ));
  const side = cell - 2;
  const series: CustomSeriesOption = {
    type: "custom",
    coordinateSystem: "none" as never,
    silent: true,
    data: pictures.map((_, index) => [index]),
    renderItem: ({ dataIndex }) => {
      const { identity, source } = pictures[dataIndex]!;
      const [x, y] = [places[dataIndex]!.x + 1, places[dataIndex]!.y + 1 + top];
      return {
        type: "group",
        children: [
          {
            type: "rect",
            shape: { x, y, width: side, height: side, r: 3 },
            style: { fill: colours.get(identity)! },
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
    title: look.words.mapTitle,
    legend: false,
    series: [series],
  }, { ...look, width, height: height + top });
}
