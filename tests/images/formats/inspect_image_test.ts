import assert from "node:assert/strict";
import { imageFormats } from "../../../lib/images/formats/image_formats.ts";
import { inspectImage } from "../../../lib/images/formats/inspect_image.ts";
import { formatMessage } from "../../../lib/language/user_message.ts";
import { imageFiles } from "../fixtures/image_files.ts";

const formats: Record<string, string> = { jpg: "jpeg", j2k: "jp2" };

/** What the header tells, or the text of the reason. */
function inspected(bytes: Uint8Array) {
  const header = inspectImage(bytes);
  return "code" in header ? formatMessage(header) : header;
}

Deno.test("every format has a file here", () => {
  const found = new Set(imageFiles.map(({ bytes }) => {
    const header = inspectImage(Uint8Array.fromBase64(bytes));
    return "format" in header && header.format;
  }));
  assert.deepEqual(imageFormats.filter(({ name }) => !found.has(name)), []);
});

/** Bytes at the end of a file without which its first frame may be whole. */
function bytesToSpare(name: string, length: number): number {
  if (/^animated\.avif$|gif$|tiff$/.test(name)) return length * 2 / 3;
  // Nobody can tell where the last number ends.
  return name.startsWith("numbers") ? 4 : 1;
}

for (const { name, bytes: base64 } of imageFiles) {
  Deno.test(`${name} is known by its content, and cut short wherever it is cut`, () => {
    const bytes = Uint8Array.fromBase64(base64);
    const ending = name.split(".").pop()!;
    assert.deepEqual(inspected(bytes), {
      format: formats[ending] ?? ending,
      width: 18,
      height: 16,
    });
    const needed = bytes.length - bytesToSpare(name, bytes.length);
    for (let length = 18; length <= needed; length++) {
      assert.equal(inspected(bytes.slice(0, length)), "image is cut short", `at ${length}`);
      // A view into a larger buffer, which must not be read past its end.
      assert.equal(inspected(bytes.subarray(0, length)), "image is cut short", `at ${length}`);
    }
  });
}

Deno.test("trailing bytes, such as a phone's, do no harm", () => {
  for (const { name, bytes } of imageFiles) {
    const longer = new Uint8Array([...Uint8Array.fromBase64(bytes), 0, 1, 2, 3, 4]);
    assert.equal(typeof inspected(longer), "object", name);
  }
});

Deno.test("a jpeg is cut short though its thumbnail is whole", () => {
  const jpeg = imageFile("baseline.jpg");
  const thumbnail = [0xff, 0xe1, 0, 6, 0xff, 0xd8, 0xff, 0xd9];
  const whole = new Uint8Array([...jpeg.slice(0, 2), ...thumbnail, ...jpeg.slice(2)]);
  assert.equal(typeof inspected(whole), "object");
  assert.equal(inspected(whole.slice(0, -2)), "image is cut short");
});

Deno.test("what is no image is told apart, and headers without sense are refused", () => {
  // The list grows with the formats.
  const notAnImage = `not an image (supported formats: ${
    imageFormats.map(({ name }) => name).join(", ")
  })`;
  assert.match(
    notAnImage,
    /: jpeg, png, heic, avif, webp, gif, bmp, tiff, jp2, pbm, pgm, ppm, pam\b/,
  );
  assert.equal(inspected(new Uint8Array()), "empty file");
  assert.equal(inspected(new TextEncoder().encode("PK\x03\x04")), notAnImage);
  assert.equal(inspected(new TextEncoder().encode("BMW, a list of cars")), notAnImage);
  assert.equal(inspected(new Uint8Array(1000)), notAnImage);
  const png = imageFile("rgb.png");
  png[12] = 0;
  assert.equal(inspected(png), "image header cannot be read");
  const noWidth = imageFile("rgb.png");
  noWidth.fill(0, 16, 20);
  assert.equal(inspected(noWidth), "image header cannot be read");
});

Deno.test("a side under 16 px, or over 100 megapixels", () => {
  const sized = (width: number, height: number) => {
    const png = imageFile("rgb.png");
    const view = new DataView(png.buffer);
    view.setUint32(16, width);
    view.setUint32(20, height);
    return inspected(png);
  };
  assert.equal(sized(15, 400), "image is 15 x 400 px: under 16 px on a side");
  assert.equal(sized(400, 1), "image is 400 x 1 px: under 16 px on a side");
  assert.deepEqual(sized(16, 16), { format: "png", width: 16, height: 16 });
  assert.deepEqual(sized(10_000, 10_000), { format: "png", width: 10_000, height: 10_000 });
  assert.equal(
    sized(10_001, 10_000),
    "image declares 10001 x 10000 px: over 100 megapixels",
  );
});

Deno.test("a side over 65,535 px, though the pixels are few", () => {
  const strip = imageFile("rgb.png");
  new DataView(strip.buffer).setUint32(16, 65_536);
  assert.equal(inspected(strip), "image declares 65536 x 16 px: over 65535 px on a side");
});

Deno.test("pixels of a pgm as numbers: all of them, and nothing else", () => {
  const ascii = (text: string) => inspected(new TextEncoder().encode(text));
  const header = "P2\n# a comment\n16 17\n255\n";
  const numbers = "7 ".repeat(16 * 17);
  assert.deepEqual(ascii(header + numbers), { format: "pgm", width: 16, height: 17 });
  assert.equal(ascii(header + numbers.slice(2)), "image is cut short");
  assert.equal(ascii(header + "x" + numbers), "image is cut short");
});

Deno.test("a jpeg's size is where its decoder finds it", () => {
  const jpeg = imageFile("baseline.jpg");
  const known = { format: "jpeg", width: 18, height: 16 };
  const behindStart = (...bytes: number[]) =>
    inspected(new Uint8Array([...jpeg.slice(0, 2), ...bytes, ...jpeg.slice(2)]));
  const frame = [0xff, 0xc0, 0, 11, 8, 0xff, 0xff, 0xff, 0xff, 1, 1, 0x11, 0];
  assert.deepEqual(behindStart(0xff, 0xff, 0xff), known, "behind padding");
  assert.deepEqual(behindStart(0xff, 0xd0), known, "behind a marker without length");
  assert.deepEqual(behindStart(0xff, 0xfe, 0, 15, ...frame), known, "not in a comment");
  assert.equal(
    behindStart(...frame),
    "image declares 65535 x 65535 px: over 100 megapixels",
    "in the first of two frames",
  );
  const arithmetic = jpeg.slice();
  arithmetic[jpeg.findIndex((byte, i) => byte === 0xff && jpeg[i + 1] === 0xc0) + 1] = 0xc9;
  assert.deepEqual(inspected(arithmetic), known, "of another way of coding");
  const flood = Array.from({ length: 20_002 }, (_, i) => i % 2 ? 0xd0 : 0xff);
  assert.equal(behindStart(...flood), "image header cannot be read", "of 10,001 segments");
});

Deno.test("a jpeg of more scans than any encoder makes is refused", () => {
  const jpeg = imageFile("progressive.jpg");
  const scan = [0xff, 0xda, 0, 8, 1, 1, 0, 1, 63, 0, 0];
  const withScans = (count: number) =>
    inspected(
      new Uint8Array([...jpeg.slice(0, -2), ...Array(count).fill(scan).flat(), 0xff, 0xd9]),
    );
  assert.equal(typeof withScans(80), "object");
  assert.equal(withScans(100), "image header cannot be read");
});

Deno.test("a tiff's size is where its decoder finds it", () => {
  const tiff = imageFile("raw.tiff");
  const view = new DataView(tiff.buffer);
  const directory = view.getUint32(4, true);
  const entryOf = (tag: number) => {
    let entry = directory + 2;
    while (view.getUint16(entry, true) !== tag) entry += 12;
    return entry;
  };
  // The place of the rows in a strip is taken by a second width.
  const other = entryOf(278);
  tiff.copyWithin(other, entryOf(256), entryOf(256) + 12);
  view.setUint32(other + 8, 60_000, true);
  assert.deepEqual(inspected(tiff), { format: "tiff", width: 18, height: 16 });
  view.setUint32(entryOf(256) + 8, 0, true);
  assert.equal(inspected(tiff), "image header cannot be read");
  view.setUint32(entryOf(273) + 4, 0xffffffff, true);
  assert.equal(inspected(tiff), "image is cut short");
});

function imageFile(name: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.fromBase64(imageFiles.find((candidate) => candidate.name === name)!.bytes);
}
