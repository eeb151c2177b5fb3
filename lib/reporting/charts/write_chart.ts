import { join } from "node:path";
import { writeAtomically } from "../../io/write_atomically.ts";
import { svgToPng } from "./svg_to_png.ts";

/**
 * Writes a chart as `name.svg` and, at twice its size, `name.png`.
 *
 * @param folder must exist; files of these names in it are replaced
 * @param svg the chart, as the functions beside this one draw it
 */
export async function writeChart(folder: string, name: string, svg: string): Promise<void> {
  await writeAtomically(join(folder, `${name}.svg`), svg);
  await writeAtomically(join(folder, `${name}.png`), await svgToPng(svg));
}
