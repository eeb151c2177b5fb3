import { imageFiles } from "../../fixtures/image_files.ts";
import type { Bombs } from "./bomb.ts";
import { bigEndian } from "./bytes.ts";

const large = [10_000, 10_000] as const;

export const heicBombs: Bombs = {
  quick: {
    ...sizes("still.heic"),
    "a crop of zero denominators": () => changed("still.heic", ["clap", 0, 18, 0, 16, 0]),
    "a crop of 60,000 x 60,000 px": () => changed("still.heic", ["clap", 0, 60_000, 1, 60_000, 1]),
    "a grid of 60,000 x 60,000 px": () => grid([255, 255, 60_000, 60_000], 128, 64),
    "a grid of 256 x 256 tiles, of which there are two": () => grid([255, 255, 128, 64], 128, 64),
    "a grid of 100 megapixels of two tiles": () => grid([0, 1, ...large], ...large),
  },
  slow: {},
};

export const avifBombs: Bombs = { quick: sizes("fullChroma.avif"), slow: {} };

/** Numbers in the boxes that both have. */
function sizes(name: Name): Bombs["quick"] {
  return {
    "60,000 x 60,000 px": () => changed(name, ["ispe", 4, 60_000, 60_000], ["clap", -4, 0]),
    "a size of 100 megapixels over few pixels": () => changed(name, ["ispe", 4, ...large]),
    "places for 4,294,967,295 items": () => changed(name, ["ipma", 4, 0xffffffff]),
    "places of 4,294,967,295 items": () => changed(name, ["iloc", 0, 0x02000000, 0xffff, 0xffff]),
    "65,535 extents without numbers": () => changed(name, ["iloc", 4, 0x00000001, 0x00010000]),
    "a box of 0 bytes in a list": () => changed(name, ["ipco", 0, 0]),
    "a box longer than the file": () => changed(name, ["meta", -8, 0x7fffffff]),
    "a box of 2^64 bytes": () => changed(name, ["ipco", 0, 1], ["ipco", 8, 0xffffffff, 0xffffffff]),
  };
}

type Name = (typeof imageFiles)[number]["name"];
type Change = readonly [box: string, offset: number, ...numbers: readonly number[]];

/** A file with other numbers of 4 bytes, from an offset behind the names of boxes on. */
function changed(name: Name, ...changes: readonly Change[]): Uint8Array<ArrayBuffer> {
  const file = Uint8Array.fromBase64(imageFiles.find((file) => file.name === name)!.bytes);
  const text = new TextDecoder("latin1").decode(file);
  for (const [box, offset, ...numbers] of changes) {
    const at = text.lastIndexOf(box);
    if (at > 0) file.set(bigEndian(4, ...numbers), at + 4 + offset);
  }
  return file;
}

/** A grid that declares other numbers than the two tiles that it has. */
function grid(
  [rows, columns, width, height]: readonly [number, number, number, number],
  ...size: readonly [number, number]
): Uint8Array<ArrayBuffer> {
  const file = changed("grid.heic", ["ispe", 4, ...size]);
  // The declaration is the last item: version, flags, rows and columns less one, sides.
  file.set([0, 0, rows, columns, ...bigEndian(2, width, height)], file.length - 8);
  return file;
}
