import { limitWasmMemory } from "./limit_wasm_memory.ts";

export type Magick = typeof import("@imagemagick/magick-wasm");

/**
 * What a decoder may take in all, the file included: enough for most pictures of 100 megapixels, not
 * for those of many passes or with transparency. Whatever a file makes a decoder ask for, it gets no
 * more than this.
 */
const mostMemory = 360 * 2 ** 20;

let loading: Promise<Magick> | undefined;

/** ImageMagick's WebAssembly build, loaded on demand: it is 15 MB, and most threads never decode. */
export function loadMagick(): Promise<Magick> {
  return loading ??= (async () => {
    const [magick, wasm] = await Promise.all([
      import("@imagemagick/magick-wasm"),
      import("@imagemagick/magick-wasm/magick.wasm", { with: { type: "bytes" } }),
    ]);
    await magick.initializeImageMagick(limitWasmMemory(wasm.default, mostMemory));
    // A second line of defence behind the size that the header declares: no frame over 100
    // megapixels (the limit is exclusive), and never a file on disk in memory's stead.
    magick.ResourceLimits.area = 100_000_001n;
    magick.ResourceLimits.memory = BigInt(mostMemory);
    magick.ResourceLimits.disk = 0n;
    return magick;
  })();
}
