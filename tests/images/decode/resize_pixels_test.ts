import assert from "node:assert/strict";
import fc from "fast-check";
import type { Pixels } from "../../../lib/images/decode/pixels.ts";
import { resizePixels } from "../../../lib/images/decode/resize_pixels.ts";
import fits from "../fixtures/fits.json" with { type: "json" };
import { resizes } from "../fixtures/resizes.ts";

for (const { width, height, size, source, resized } of resizes) {
  Deno.test(`resizing ${width} x ${height} to ${size} x ${size} gives Pillow's pixels`, () => {
    const pixels = resizePixels({ width, height, data: Uint8Array.fromBase64(source) }, size);
    assert.deepEqual(pixels, { width: size, height: size, data: Uint8Array.fromBase64(resized) });
  });
}

for (const fit of ["crop", "pad"] as const) {
  Deno.test(`an image that is not square ${fit}s to Pillow's pixels, wherever its own lie`, () => {
    for (const { width, height, ...expected } of fits.images) {
      const data = Uint8Array.from(
        { length: width * height * 3 },
        (_, i) => Math.imul(i, 2654435761) >>> 24,
      );
      const resized = resizePixels({ width, height, data }, fits.size, fit);
      const wanted = Uint8Array.fromBase64(expected[fit]);
      assert.equal(resized.data.length, wanted.length);
      // Pillow shrinks a narrow image by its rows first, which rounds differently.
      assert.ok(resized.data.every((value, i) => Math.abs(value - wanted[i]!) <= 1));
      // With alpha in front, as a decoder may leave it.
      const four = new Uint8Array(width * height * 4);
      data.forEach((value, i) => four[Math.floor(i / 3) * 4 + 1 + i % 3] = value);
      const layout = { stride: 4, channels: [1, 2, 3] } as const;
      const lent = resizePixels({ width, height, data: four, layout }, fits.size, fit);
      assert.deepEqual(lent, resized);
    }
  });
}

const side = fc.integer({ min: 1, max: 40 });

Deno.test("an image of one color keeps it at any size", () => {
  const color = fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255));
  fc.assert(
    fc.property(side, side, side, color, (width, height, size, color) => {
      const data = Uint8Array.from({ length: width * height * 3 }, (_, i) => color[i % 3]!);
      const resized = resizePixels({ width, height, data }, size).data;
      assert.ok(resized.every((value, i) => value === color[i % 3]));
    }),
    { seed: 1 },
  );
});

const image = fc.record({ width: side, height: side, seed: fc.nat() }).map(
  ({ width, height, seed }) => ({
    width,
    height,
    data: Uint8Array.from(
      { length: width * height * 3 },
      (_, i) => Math.imul(i + seed, 2654435761) >>> 24,
    ),
  }),
);

Deno.test("a square image that has the size already stays as it is", () => {
  fc.assert(
    fc.property(side, fc.nat(), (size, seed) => {
      const data = Uint8Array.from(
        { length: size * size * 3 },
        (_, i) => Math.imul(i + seed, 40503) >>> 5,
      );
      assert.deepEqual(resizePixels({ width: size, height: size, data }, size).data, data);
    }),
    { seed: 1 },
  );
});

Deno.test("a square image becomes the same whatever the fit", () => {
  fc.assert(
    fc.property(
      side,
      side,
      fc.constantFrom("crop" as const, "pad" as const),
      (width, size, fit) => {
        const data = Uint8Array.from(
          { length: width * width * 3 },
          (_, i) => Math.imul(i, 40503) >>> 5,
        );
        const square = { width, height: width, data };
        assert.deepEqual(resizePixels(square, size, fit), resizePixels(square, size));
      },
    ),
    { seed: 1 },
  );
});

Deno.test("no channel leaves the range that it has, at any size", () => {
  fc.assert(
    fc.property(image, side, (pixels, size) => {
      const range = (data: Uint8Array, channel: number) => {
        const values = data.filter((_, i) => i % 3 === channel);
        return [Math.min(...values), Math.max(...values)] as const;
      };
      const resized = resizePixels(pixels, size).data;
      for (const channel of [0, 1, 2]) {
        const [lowest, highest] = range(pixels.data, channel);
        const [least, most] = range(resized, channel);
        assert.ok(least >= lowest && most <= highest, `${[lowest, highest, least, most]}`);
      }
    }),
    { seed: 1 },
  );
});

Deno.test("a mirrored image resizes to the mirrored result, and a turned one to the turned", () => {
  const place = (
    { width, height, data }: Pixels,
    from: (x: number, y: number) => number,
  ): Pixels => ({
    width,
    height,
    data: Uint8Array.from({ length: data.length }, (_, i) => {
      const pixel = Math.floor(i / 3);
      return data[from(pixel % width, Math.floor(pixel / width)) * 3 + i % 3]!;
    }),
  });
  const mirrored = (pixels: Pixels) =>
    place(pixels, (x, y) => y * pixels.width + pixels.width - 1 - x);
  const upended = (pixels: Pixels) =>
    place(pixels, (x, y) => (pixels.height - 1 - y) * pixels.width + x);
  fc.assert(
    fc.property(image, side, fc.constantFrom(mirrored, upended), (pixels, size, turn) => {
      const found = resizePixels(turn(pixels), size).data;
      const wanted = turn(resizePixels(pixels, size)).data;
      // What lies between two numbers is rounded up, from whichever side.
      assert.ok(found.every((value, i) => Math.abs(value - wanted[i]!) <= 1));
    }),
    { seed: 1 },
  );
});

Deno.test("shrinking by a whole factor keeps the mean: every source pixel counts", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 4 }), side, fc.nat(), (factor, size, seed) => {
      // Away from the edges, where the filter is cut off, every source pixel weighs the same.
      const width = size * factor;
      const margin = Math.min(2 * factor, width);
      const data = Uint8Array.from({ length: width * width * 3 }, (_, i) => {
        const x = Math.floor(i / 3) % width, y = Math.floor(i / 3 / width);
        const inside = Math.min(x, y, width - 1 - x, width - 1 - y) >= margin;
        return inside ? Math.imul(i + seed, 2654435761) >>> 24 : 100;
      });
      const mean = (values: Uint8Array) => values.reduce((sum, v) => sum + v, 0) / values.length;
      const resized = resizePixels({ width, height: width, data }, size).data;
      assert.ok(Math.abs(mean(resized) - mean(data)) < 0.5);
    }),
    { seed: 1 },
  );
});

Deno.test("a fine pattern shrinks to its mean, without aliasing", () => {
  const width = 96;
  const data = Uint8Array.from(
    { length: width * width * 3 },
    (_, i) => (Math.floor(i / 3) % width + Math.floor(i / 3 / width)) % 2 ? 255 : 0,
  );
  const resized = resizePixels({ width, height: width, data }, 11).data;
  assert.ok(resized.every((value) => Math.abs(value - 127.5) < 8));
});
