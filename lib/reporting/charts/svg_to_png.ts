import { initWasm, Resvg } from "@resvg/resvg-wasm";
import resvgWasm from "@resvg/resvg-wasm/index_bg.wasm" with { type: "bytes" };
import font from "dejavu-fonts-ttf/ttf/DejaVuSans.ttf" with { type: "bytes" };

let ready: Promise<void> | undefined;

/**
 * Draws an SVG document as a PNG with resvg, at twice its size; all text is set in DejaVu Sans.
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
