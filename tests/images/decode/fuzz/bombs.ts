import type { ImageFormat } from "../../../../lib/dataset/catalog/catalog.ts";
import { bmpBombs } from "./bmp_bombs.ts";
import { gifBombs } from "./gif_bombs.ts";
import { jpegBombs } from "./jpeg_bombs.ts";
import { pgmBombs } from "./pgm_bombs.ts";
import { pngBombs } from "./png_bombs.ts";
import { tiffBombs } from "./tiff_bombs.ts";
import { webpBombs } from "./webp_bombs.ts";

/** Files that are meant to take all the time or memory there is, by what makes them that. */
export interface Bombs {
  readonly quick: Readonly<Record<string, Bomb>>;
  /** Large files, and pictures as large as are decoded. */
  readonly slow: Readonly<Record<string, Bomb>>;
}

type Bomb = () => Uint8Array<ArrayBuffer>;

export const bombs: Record<ImageFormat, Bombs> = {
  jpeg: jpegBombs,
  png: pngBombs,
  webp: webpBombs,
  gif: gifBombs,
  bmp: bmpBombs,
  tiff: tiffBombs,
  pgm: pgmBombs,
};
