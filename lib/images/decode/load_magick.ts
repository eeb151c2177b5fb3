import { readPackageFile } from "../../io/read_package_file.ts";
import { limitWasmMemory } from "./limit_wasm_memory.ts";

/** The module of ImageMagick's WebAssembly build. */
export type Magick = typeof import("@imagemagick/magick-wasm");

/**
 * Bytes that a decoder can have, the file included: enough for most images of 100 megapixels, but not
 * for those with many passes or with transparency. Whatever a file makes a decoder ask for, it gets no
 * more than this.
 */
const maxMemory = 360 * 2 ** 20;

let loading: Promise<Magick> | undefined;

/** Loads ImageMagick's WebAssembly build on demand: it is 15 MB, and most threads never decode. */
export function loadMagick(): Promise<Magick> {
  return loading ??= (async () => {
    const magick = await import("@imagemagick/magick-wasm");
    const wasm = readPackageFile(import.meta.resolve("@imagemagick/magick-wasm/magick.wasm"));
    limitWasmMemory(wasm, maxMemory);
    await magick.initializeImageMagick(wasm);
    // A second line of defense after the size in the header: no frame over 100 megapixels (the limit
    // is exclusive), and no file on disk in place of memory.
    magick.ResourceLimits.area = 100_000_001n;
    magick.ResourceLimits.memory = BigInt(maxMemory);
    magick.ResourceLimits.disk = 0n;
    return magick;
  })();
}
