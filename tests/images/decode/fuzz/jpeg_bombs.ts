import type { Bombs } from "./bomb.ts";
import { bigEndian, bytes, repeated } from "./bytes.ts";

const [baseline, progressive, arithmetic] = [0xc0, 0xc2, 0xc9];
const large = { width: 10_000, height: 10_000 };

export const jpegBombs: Bombs = {
  quick: {
    "60,000 x 60,000 px": () => jpeg({ width: 60_000, height: 60_000 }),
    "60,000 x 60,000 px behind a thumbnail of 16 x 16": () =>
      jpeg({ before: segment(0xe1, "Exif\0\0", jpeg({})), width: 60_000, height: 60_000 }),
    "two headers, the second of 60,000 x 60,000 px": () =>
      jpeg({ behind: frame({ width: 60_000, height: 60_000 }) }),
    "no header": () => bytes(0xff, 0xd8, tables, scan(1), 0xff, 0xd9),
    "exif whose directories lead in a circle": () =>
      jpeg({ before: segment(0xe1, "Exif\0\0", circle()) }),
    "exif that claims 4,294,967,295 numbers": () =>
      jpeg({ before: segment(0xe1, "Exif\0\0", circle(0xffffffff)) }),
  },
  slow: {
    "30 MiB between its markers that are none": () =>
      jpeg({ before: new Uint8Array(30 * 2 ** 20) }),
    "30 MiB of padding": () => jpeg({ before: new Uint8Array(30 * 2 ** 20).fill(255) }),
    "30 MiB of markers without length": () =>
      jpeg({ before: repeated(Uint8Array.of(0xff, 0xd0), 15 * 2 ** 20) }),
    "30 MiB of comments": () => jpeg({ before: repeated(segment(0xfe, large65k), 480) }),
    "300,000 empty comments": () => jpeg({ before: repeated(segment(0xfe), 300_000) }),
    "a profile of 16 MiB": () =>
      jpeg({
        before: bytes(
          ...Array.from(
            { length: 255 },
            (_, i) => segment(0xe2, "ICC_PROFILE\0", i + 1, 255, large65k),
          ),
        ),
      }),
    "60 MiB of zeros in its scan": () =>
      jpeg({ scans: bytes(scan(1), new Uint8Array(60 * 2 ** 20)) }),
    "60 MiB behind its end": () => bytes(jpeg({}), new Uint8Array(60 * 2 ** 20)),
    "100,000 scans of a small image": () =>
      jpeg({ kind: progressive, scans: repeated(scan(1), 100_000) }),
    "100 megapixels without any": () => jpeg({ ...large }),
    "100 megapixels without any, in color": () => jpeg({ ...large, components: 3 }),
    "100 megapixels without any, arithmetic": () => jpeg({ ...large, kind: arithmetic }),
    "100 megapixels in 10,000 empty scans": () =>
      jpeg({ ...large, kind: progressive, scans: repeated(scan(1), 10_000) }),
    "100 megapixels in 400 scans of zeros": () =>
      jpeg({ ...large, kind: progressive, scans: refinements(400) }),
    "65,500 x 1,500 px of 3 progressive components": () =>
      jpeg({ width: 65_500, height: 1500, kind: progressive, components: 3 }),
  },
};

const large65k = new Uint8Array(65_000);

interface Parts {
  readonly kind?: number;
  readonly width?: number;
  readonly height?: number;
  readonly components?: number;
  readonly before?: Uint8Array;
  readonly behind?: Uint8Array;
  readonly scans?: Uint8Array;
}

function jpeg(parts: Parts): Uint8Array<ArrayBuffer> {
  const { before = new Uint8Array(), behind = new Uint8Array(), components = 1 } = parts;
  const { scans = scan(components) } = parts;
  return bytes(0xff, 0xd8, before, frame(parts), behind, tables, scans, 0xff, 0xd9);
}

function frame({ kind = baseline, width = 16, height = 16, components = 1 }: Parts) {
  const ids = Array.from({ length: components }, (_, i) => bytes(i + 1, 0x11, 0));
  return segment(kind!, 8, bigEndian(2, height, width), components, ...ids);
}

function segment(marker: number, ...content: readonly (number | string | Uint8Array)[]) {
  const data = bytes(...content);
  return bytes(0xff, marker, bigEndian(2, data.length + 2), data);
}

/** Ones to divide by; for DC a code of one bit, "no change", for AC two of two bits, both zeros. */
const tables = bytes(
  segment(0xdb, 0, new Uint8Array(64).fill(1)),
  segment(0xc4, 0x00, 1, new Uint8Array(15), 0),
  segment(0xc4, 0x10, 0, 2, new Uint8Array(14), 0, 0xe0),
);

/** The first coefficients of all components, without any data. */
function scan(components: number): Uint8Array<ArrayBuffer> {
  const ids = Array.from({ length: components }, (_, i) => bytes(i + 1, 0));
  return segment(0xda, components, ...ids, 0, components === 1 ? 0 : 63, 0);
}

/** Scans of one component's further coefficients that say of every block: zeros, in long runs. */
function refinements(count: number): Uint8Array<ArrayBuffer> {
  // The code 01, 16,384 blocks, and 14 bits of how many more: three and a half runs in 7 bytes.
  const run = Uint8Array.of(0x55, 0x55);
  const further = bytes(segment(0xda, 1, 1, 0, 1, 63, 0), repeated(run, 80));
  return bytes(scan(1), repeated(further, count));
}

/** A directory that names itself as the next, and as its own part. */
function circle(count = 1): Uint8Array {
  const entry = (tag: number, type: number) =>
    bytes(bigEndian(2, tag, type), bigEndian(4, count, 8));
  return bytes("MM\0*", bigEndian(4, 8), 0, 2, entry(0x8769, 4), entry(0x8825, 4), bigEndian(4, 8));
}
