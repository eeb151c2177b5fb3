import { join } from "node:path";
import { initWasm, Resvg } from "@resvg/resvg-wasm";
import resvgWasm from "@resvg/resvg-wasm/index_bg.wasm" with { type: "bytes" };
import font from "dejavu-fonts-ttf/ttf/DejaVuSans.ttf" with { type: "bytes" };
import { writeAtomically } from "../../io/write_atomically.ts";

/**
 * Writes a chart as `name.svg` and, at twice its size, `name.png`.
 *
 * @param folder must exist; files of these names in it are replaced
 * @param svg the chart as an SVG document
 */
export async function writeChart(folder: string, name: string, svg: string): Promise<void> {
  await writeAtomically(join(folder, `${name}.svg`), svg);
  await writeAtomically(join(folder, `${name}.png`), await svgToPng(svg));
}

let ready: Promise<void> | undefined;

/**
 * Renders an SVG document as a PNG at twice its size, with all text in DejaVu Sans.
 *
 * @returns the bytes of the PNG
 */
export async function svgToPng(svg: string): Promise<Uint8Array> {
  await (ready ??= initWasm(resvgWasm));
  const resvg = new Resvg(svg, {
    fitTo: { mode: "zoom", value: 2 },
    font: { fontBuffers: [font], defaultFontFamily: "DejaVu Sans", loadSystemFonts: false },
  });
  try {
    const image = resvg.render();
    try {
      return image.asPng();
    } finally {
      image.free();
    }
  } finally {
    resvg.free();
  }
}
