import {
  ClassType,
  CompressionMethod,
  ImageProfile,
  Interlace,
  MagickFormat,
  MagickImage,
  MagickReadSettings,
} from "@imagemagick/magick-wasm";
import { decodeImage } from "../../../../lib/images/decode/decode_image.ts";
import { detectFormat, type ImageFormat } from "../../../../lib/images/formats/image_formats.ts";
import { imageFiles } from "../../fixtures/image_files.ts";

interface Writing {
  readonly format: MagickFormat;
  readonly compression?: CompressionMethod;
  readonly interlace?: Interlace;
  readonly quality?: number;
  /** Coder options, such as `tiff:tile-geometry`. */
  readonly defines?: Record<string, string>;
}

/** What the small images lack: several blocks, strips, tiles, profiles. */
const writings: Partial<Record<ImageFormat, readonly Writing[]>> = {
  jpeg: [
    { format: MagickFormat.Jpeg, quality: 80 },
    { format: MagickFormat.Jpeg, quality: 80, interlace: Interlace.Plane },
    { format: MagickFormat.Jpeg, defines: { "jpeg:arithmetic-coding": "true" } },
    { format: MagickFormat.Jpeg, defines: { "jpeg:restart-interval": "3" } },
  ],
  png: [
    { format: MagickFormat.Png24 },
    { format: MagickFormat.Png48, interlace: Interlace.Plane },
    { format: MagickFormat.Png8 },
  ],
  webp: [
    { format: MagickFormat.WebP, quality: 60 },
    { format: MagickFormat.WebP, defines: { "webp:lossless": "true" } },
  ],
  gif: [{ format: MagickFormat.Gif }, { format: MagickFormat.Gif, interlace: Interlace.Plane }],
  bmp: [
    { format: MagickFormat.Bmp },
    { format: MagickFormat.Bmp3 },
    { format: MagickFormat.Bmp, compression: CompressionMethod.RLE },
  ],
  tiff: [
    CompressionMethod.NoCompression,
    CompressionMethod.LZW,
    CompressionMethod.Zip,
    CompressionMethod.RLE,
    CompressionMethod.JPEG,
    CompressionMethod.Fax,
    CompressionMethod.Group4,
  ].flatMap((compression): Writing[] => [
    { format: MagickFormat.Tiff, compression, defines: { "tiff:rows-per-strip": "16" } },
    { format: MagickFormat.Tiff, compression, defines: { "tiff:tile-geometry": "32x32" } },
  ]),
  ...Object.fromEntries(
    (["Pbm", "Pgm", "Ppm", "Pam"] as const).map((name): [string, readonly Writing[]] => [
      name.toLowerCase(),
      [
        { format: MagickFormat[name] },
        { format: MagickFormat[name], compression: CompressionMethod.NoCompression },
      ],
    ]),
  ),
  avif: [{ format: MagickFormat.Avif, quality: 60 }],
  jp2: [
    { format: MagickFormat.Jp2, quality: 40 },
    { format: MagickFormat.J2k, defines: { "jp2:number-resolutions": "3" } },
  ],
};

/** Whole images of a format to make broken ones of: the small ones of the fixtures, and larger. */
export async function seeds(format: ImageFormat): Promise<Uint8Array<ArrayBuffer>[]> {
  const small = imageFiles.map(({ bytes }) => Uint8Array.fromBase64(bytes))
    .filter((bytes) => detectFormat(bytes)?.name === format);
  // Loads the library, too, with which the larger ones are written.
  await Promise.all(small.map(decodeImage));
  return [...small, ...(writings[format] ?? []).map(write)];
}

const width = 120, height = 90;

function write({ format, compression, interlace, quality, defines }: Writing) {
  const image = MagickImage.create();
  try {
    const settings = new MagickReadSettings({ format: MagickFormat.Rgb, width, height, depth: 8 });
    image.read(drawing(), settings);
    image.setProfile(new ImageProfile("exif", exif()));
    image.setProfile(new ImageProfile("icc", iccProfile()));
    image.comment = "drawn by a test";
    if (compression === CompressionMethod.RLE) image.classType = ClassType.Pseudo;
    if (compression !== undefined) image.settings.compression = compression;
    if (interlace !== undefined) image.settings.interlace = interlace;
    if (quality !== undefined) image.quality = quality;
    for (const [name, value] of Object.entries(defines ?? {})) {
      const [coder, key] = name.split(":");
      image.settings.setDefine(coder as MagickFormat, key!, value);
    }
    return image.write(format, (bytes) => bytes.slice());
  } finally {
    image.dispose();
  }
}

/** Waves with a disc on them, `[height, width, 3]`. */
function drawing(): Uint8Array {
  return Uint8Array.from({ length: height * width * 3 }, (_, i) => {
    const [channel, x, y] = [i % 3, Math.floor(i / 3) % width, Math.floor(i / 3 / width)];
    const disc = (x - 50) ** 2 + (y - 40) ** 2 < 900 ? 90 : 0;
    return 128 + 60 * Math.sin(x / (4 + channel)) * Math.cos(y / 7) + disc - 40 * channel / 3;
  });
}

/** An orientation, and a directory that follows. */
function exif(): Uint8Array {
  const tiff = [..."MM\0*\0\0\0\x08\0\x01"].map((letter) => letter.charCodeAt(0));
  const orientation = [0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0];
  const exif = [..."Exif\0\0"].map((letter) => letter.charCodeAt(0));
  return Uint8Array.from([...exif, ...tiff, ...orientation, 0, 0, 0, 0]);
}

/** The header of a profile for RGB displays, with no tags. */
function iccProfile(): Uint8Array {
  const bytes = new Uint8Array(132);
  new DataView(bytes.buffer).setUint32(0, bytes.length);
  bytes.set(new TextEncoder().encode("mntrRGB XYZ "), 12);
  bytes.set(new TextEncoder().encode("acsp"), 36);
  return bytes;
}
