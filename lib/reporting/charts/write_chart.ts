import { join } from "node:path";
import { initWasm, Resvg } from "@resvg/resvg-wasm";
// Brings the package to this machine: it has no code to import.
import "dejavu-fonts-ttf/package.json" with { type: "json" };
import { readPackageFile } from "../../io/read_package_file.ts";
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

let loading: Promise<Uint8Array> | undefined;

/** Starts the renderer, once, and returns the font. */
function loadRenderer(): Promise<Uint8Array> {
  return loading ??= (async () => {
    await initWasm(readPackageFile(import.meta.resolve("@resvg/resvg-wasm/index_bg.wasm")));
    return readPackageFile(import.meta.resolve("dejavu-fonts-ttf/ttf/DejaVuSans.ttf"));
  })();
}

/**
 * Renders an SVG document as a PNG at twice its size, with all text in DejaVu Sans.
 *
 * @returns the bytes of the PNG
 */
export async function svgToPng(svg: string): Promise<Uint8Array> {
  const font = await loadRenderer();
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
