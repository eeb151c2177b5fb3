import { WasmCodec } from "../../lib/images/encode/wasm_codec.ts";
import { readPackageFile } from "../../lib/io/read_package_file.ts";

interface SvgFunctions {
  /** Returns an image, 0 where the document is not valid, or 1 where it cannot be rendered. */
  rasterize(pointer: number, length: number, fit: number, scale: number): number;
  rasterize_buffer(image: number): number;
}

let module: WebAssembly.Module | undefined;

/**
 * Renders an SVG document with imagescript's renderer (resvg).
 *
 * @param svg a document that states its width and height
 * @returns `[height, width, 4]` of 8-bit RGBA
 * @throws {WebAssembly.RuntimeError} when the renderer fails, as it does on some paths that work at
 *   another angle
 * @throws {Error} when the document is not valid
 */
export function rasterizeSvg(svg: string): Uint8Array<ArrayBuffer> {
  module ??= new WebAssembly.Module(
    readPackageFile(import.meta.resolve("imagescript/wasm/any/svg.wasm")),
  );
  // A failure corrupts the memory, so each document gets its own.
  const codec = new WasmCodec<SvgFunctions>(module);
  const bytes = new TextEncoder().encode(svg);
  const originalSize = 0;
  const image = codec.exports.rasterize(codec.copyIn(bytes), bytes.length, originalSize, 0);
  if (image < 2) throw new Error(`cannot render this SVG: ${svg.slice(0, 200)}`);
  return codec.copyOut(codec.exports.rasterize_buffer(image));
}
