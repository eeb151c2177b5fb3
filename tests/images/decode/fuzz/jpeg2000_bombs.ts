import { imageFiles } from "../../fixtures/image_files.ts";
import type { Bombs } from "./bomb.ts";
import { bigEndian } from "./bytes.ts";

const large = [10_000, 10_000] as const;
const none = [0, 0] as const;

export const jp2Bombs: Bombs = {
  quick: {
    "60,000 x 60,000 px": () => sized(60_000, 60_000, ...none, 60_000, 60_000),
    "a near corner beyond the far one": () => sized(18, 16, 100, 100, 18, 16),
    "a width of 4,294,967,295 px, of which few are seen": () =>
      sized(0xffffffff, 16, 0xffffffff - 18, 0, 18, 16),
    "tiles of 1 x 1 px": () => sized(...large, ...none, 1, 1),
    "tiles of 0 px": () => sized(18, 16, ...none, ...none),
    "16,384 components": () => changed(40, bigEndian(2, 16_384)),
    "65,535 layers": () => behindMarker(0x52, 6, bigEndian(2, 65_535)),
    "33 resolutions of the smallest blocks": () => behindMarker(0x52, 9, [32, 0, 0]),
    "a tile-part of 4,294,967,295 bytes": () => behindMarker(0x90, 6, bigEndian(4, 0xffffffff)),
    "a tile-part of 1 byte": () => behindMarker(0x90, 6, bigEndian(4, 1)),
  },
  slow: {
    "100 megapixels without any": () => sized(...large, ...none, ...large),
    "100 megapixels in tiles without any": () => sized(...large, ...none, 100, 100),
  },
};

/** A bare codestream with other bytes from an offset on. */
function changed(at: number, bytes: ArrayLike<number>): Uint8Array<ArrayBuffer> {
  const file = bare();
  file.set(bytes, at);
  return file;
}

/** Far corner, near corner, and tile. */
function sized(...numbers: readonly number[]): Uint8Array<ArrayBuffer> {
  return changed(8, bigEndian(4, ...numbers));
}

function behindMarker(marker: number, offset: number, bytes: ArrayLike<number>) {
  const at = bare().findIndex((byte, i, file) => byte === 0xff && file[i + 1] === marker);
  return changed(at + offset, bytes);
}

function bare(): Uint8Array<ArrayBuffer> {
  return Uint8Array.fromBase64(imageFiles.find(({ name }) => name === "lossless.j2k")!.bytes);
}
