import type { ImageFormat } from "../../../../lib/images/formats/image_formats.ts";
import { bmpBombs } from "./bmp_bombs.ts";
import type { Bombs } from "./bomb.ts";
import { gifBombs } from "./gif_bombs.ts";
import { avifBombs, heicBombs } from "./heif_bombs.ts";
import { jp2Bombs } from "./jpeg2000_bombs.ts";
import { jpegBombs } from "./jpeg_bombs.ts";
import { pgmBombs } from "./pgm_bombs.ts";
import { pngBombs } from "./png_bombs.ts";
import { tiffBombs } from "./tiff_bombs.ts";
import { webpBombs } from "./webp_bombs.ts";

/** Bombs of the formats that have some. */
export const bombs: Partial<Record<ImageFormat, Bombs>> = {
  jpeg: jpegBombs,
  png: pngBombs,
  webp: webpBombs,
  gif: gifBombs,
  bmp: bmpBombs,
  tiff: tiffBombs,
  pgm: pgmBombs,
  heic: heicBombs,
  avif: avifBombs,
  jp2: jp2Bombs,
};
