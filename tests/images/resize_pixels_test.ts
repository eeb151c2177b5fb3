import assert from "node:assert/strict";
import fc from "fast-check";
import { resizePixels } from "../../lib/images/resize_pixels.ts";
import { resizes } from "./fixtures/resizes.ts";

for (const { width, height, size, source, resized } of resizes) {
  Deno.test(`resizing ${width} x ${height} to ${size} x ${size} gives Pillow's pixels`, () => {
    const pixels = resizePixels({ width, height, data: Uint8Array.fromBase64(source) }, size);
    assert.deepEqual(pixels, { width: size, height: size, data: Uint8Array.fromBase64(resized) });
  });
}

const side = fc.integer({ min: 1, max: 40 });

Deno.test("a picture of one colour keeps it at any size", () => {
  const colour = fc.tuple(fc.nat(255), fc.nat(255), fc.nat(255));
  fc.assert(fc.property(side, side, side, colour, (width, height, size, colour) => {
    const data = Uint8Array.from({ length: width * height * 3 }, (_, i) => colour[i % 3]!);
    const resized = resizePixels({ width, height, data }, size).data;
    assert.ok(resized.every((value, i) => value === colour[i % 3]));
  }));
});

Deno.test("shrinking by a whole factor keeps the mean: every source pixel counts", () => {
  fc.assert(fc.property(fc.integer({ min: 1, max: 4 }), side, fc.nat(), (factor, size, seed) => {
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
  }));
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
