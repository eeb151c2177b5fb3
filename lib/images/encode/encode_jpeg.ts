import { readPackageFile } from "../../io/read_package_file.ts";
import { WasmCodec } from "./wasm_codec.ts";

interface JpegFunctions {
  encode(pointer: number, width: number, height: number, quality: number): number;
}

let codec: WasmCodec<JpegFunctions> | undefined;

/**
 * Encodes an image with imagescript's JPEG encoder.
 *
 * @param pixels `[height, width, 4]` of 8-bit RGBA
 * @param quality 1 to 100
 */
export function encodeJpeg(
  pixels: Uint8Array,
  width: number,
  height: number,
  quality: number,
): Uint8Array<ArrayBuffer> {
  codec ??= new WasmCodec(
    new WebAssembly.Module(
      readPackageFile(import.meta.resolve("imagescript/wasm/any/jpeg.wasm")),
    ),
  );
  const pointer = codec.exports.encode(codec.copyIn(pixels), width, height, quality);
  const file = codec.copyOut(pointer);
  codec.exports.wfree(pointer, file.length);
  return file;
}
