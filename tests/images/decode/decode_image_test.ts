import assert from "node:assert/strict";
import { decodeImage } from "../../../lib/images/decode/decode_image.ts";
import { resizePixels } from "../../../lib/images/decode/resize_pixels.ts";
import { withDecodedPixels } from "../../../lib/images/decode/with_decoded_pixels.ts";
import { imageFiles, shown } from "../fixtures/image_files.ts";
import { pngBombs } from "./fuzz/png_bombs.ts";
import { needs } from "../../needs.ts";

function imageFile(name: (typeof imageFiles)[number]["name"]): Uint8Array<ArrayBuffer> {
  return Uint8Array.fromBase64(imageFiles.find((imageFile) => imageFile.name === name)!.bytes);
}

/** Decoders round half a step differently; of HEVC, and of chroma at half the size, a few steps. */
function toleranceOf(name: string): number {
  return name.endsWith(".heic") || name === "still.avif" ? 4 : 1;
}

for (const { name, shows, bytes } of imageFiles) {
  Deno.test(`${name} decodes to what a viewer shows`, needs({ read: true }), async () => {
    const decoded = await decodeImage(Uint8Array.fromBase64(bytes));
    const { width, height, data } = shown[shows];
    assert.deepEqual({ ...decoded, data: null }, { width, height, data: null });
    const expected = Uint8Array.fromBase64(data);
    assert.equal(decoded.data.length, expected.length);
    const far = decoded.data.findIndex((value, i) =>
      Math.abs(value - expected[i]!) > toleranceOf(name)
    );
    assert.equal(far, -1, `pixel ${Math.floor(far / 3)} is off`);
  });
}

Deno.test(
  "an image that lies inside a larger buffer decodes as by itself",
  needs({ read: true }),
  async () => {
    const bytes = imageFile("rgb.bmp");
    const larger = new Uint8Array(bytes.length + 20).fill(255);
    larger.set(bytes, 9);
    const decoded = await decodeImage(larger.subarray(9, 9 + bytes.length));
    assert.deepEqual(decoded, await decodeImage(bytes));
  },
);

for (
  const name of [
    "baseline.jpg",
    "progressive.jpg",
    "rgb.png",
    "interlaced.png",
    "lossy.webp",
    "still.gif",
    "rgb.bmp",
    "raw.tiff",
    "gray.pgm",
    "bits.pbm",
    "color.ppm",
    "alpha.pam",
    "rotatedGrid.heic",
    "still.avif",
    "lossless.jp2",
    "lossless.j2k",
  ] as const
) {
  Deno.test(
    `${name} cut anywhere is refused as cut short, or as not an image`,
    needs({ read: true }),
    async () => {
      const bytes = imageFile(name);
      for (const share of [0.02, 0.3, 0.6, 0.97]) {
        await assert.rejects(
          decodeImage(bytes.subarray(0, Math.floor(bytes.length * share))),
          /^Error: (image is cut short|image is corrupt: .*|not an image.*|empty file)$/,
        );
      }
    },
  );
}

Deno.test(
  "a jpeg whose scan ends early is refused as cut short",
  needs({ read: true }),
  async () => {
    const bytes = imageFile("baseline.jpg");
    const early = new Uint8Array(bytes.length - 60);
    early.set(bytes.subarray(0, early.length - 2));
    early.set([0xff, 0xd9], early.length - 2);
    await assert.rejects(decodeImage(early), /^Error: image is cut short$/);
  },
);

Deno.test(
  "what is not an image is refused, whatever an image library might make of it",
  needs({ read: true }),
  async () => {
    for (
      const text of [
        "",
        "hello",
        "<svg xmlns='http://www.w3.org/2000/svg'/>",
        "push graphic-context\n",
      ]
    ) {
      await assert.rejects(
        decodeImage(new TextEncoder().encode(text)),
        /^Error: (not an image.*|empty file)$/,
      );
    }
  },
);

Deno.test(
  "a png that declares 60,000 x 60,000 px is refused before it is decoded",
  needs({ read: true }),
  async () => {
    const bytes = imageFile("rgb.png");
    new DataView(bytes.buffer).setUint32(16, 60_000);
    new DataView(bytes.buffer).setUint32(20, 60_000);
    await assert.rejects(
      decodeImage(bytes),
      /^Error: image declares 60000 x 60000 px: over 100 mega/,
    );
  },
);

Deno.test(
  "a gif whose frame is far larger than its canvas is refused",
  needs({ read: true }),
  async () => {
    const bytes = imageFile("still.gif");
    const view = new DataView(bytes.buffer);
    // The frame stands behind the header and its table of 64 colors.
    const frame = bytes.indexOf(0x2c, 13 + 3 * 64);
    view.setUint16(frame + 5, 12_000, true);
    view.setUint16(frame + 7, 12_000, true);
    await assert.rejects(decodeImage(bytes), /^Error: image needs too much memory$/);
  },
);

Deno.test("a pgm of numbers decodes as one of bytes", needs({ read: true }), async () => {
  const binary = imageFile("gray.pgm");
  const pixels = await decodeImage(binary);
  const gray = pixels.data.filter((_, i) => i % 3 === 0);
  const text = `P2\n${pixels.width} ${pixels.height}\n255\n${gray.join("\n")}\n`;
  assert.deepEqual(await decodeImage(new TextEncoder().encode(text)), pixels);
});

Deno.test(
  "of a long animation only the first frame is unpacked",
  needs({ read: true }),
  async () => {
    const animated = imageFile("animated.webp");
    const view = new DataView(animated.buffer);
    const frameAt = new TextDecoder("latin1").decode(animated).indexOf("ANMF");
    const length = 8 + view.getUint32(frameAt + 4, true);
    const frame = animated.slice(frameAt, frameAt + length + length % 2);
    // Unpacked, 300,000 frames would take 345 MB.
    const long = new Uint8Array(frameAt + 300_000 * frame.length);
    long.set(animated.subarray(0, frameAt));
    for (let at = frameAt; at < long.length; at += frame.length) long.set(frame, at);
    new DataView(long.buffer).setUint32(4, long.length - 8, true);
    assert.deepEqual(await decodeImage(long), await decodeImage(animated));
  },
);

Deno.test("an image that would take over 360 MiB is refused", needs({ read: true }), async () => {
  const make = pngBombs.slow["100 megapixels of 64 bits, interlaced"]!;
  await assert.rejects(decodeImage(make()), /^Error: image needs too much memory$/);
});

Deno.test(
  "pixels lent out where they are decoded are those that are copied",
  needs({ read: true }),
  async () => {
    for (const { name, bytes } of imageFiles) {
      const file = Uint8Array.fromBase64(bytes);
      const lent = await withDecodedPixels(file, (pixels) => resizePixels(pixels, 7));
      assert.deepEqual(lent, resizePixels(await decodeImage(file), 7), name);
    }
  },
);

Deno.test("after images that fail, a good one decodes", needs({ read: true }), async () => {
  await assert.rejects(
    decodeImage(imageFile("rgb.png").fill(7, 60, 90)),
    /^Error: image is corrupt: /,
  );
  assert.equal((await decodeImage(imageFile("rgb.png"))).width, 18);
});
