import assert from "node:assert/strict";
import fc from "fast-check";
import { moveSquare, squareOf } from "../../../lib/web/page/square.ts";

const size = { width: 400, height: 300 };

Deno.test("the largest square is in the middle", () => {
  assert.deepEqual(squareOf(size, 1), { left: 50, top: 0, side: 300 });
  assert.deepEqual(squareOf(size, 2), { left: 125, top: 75, side: 150 });
});

Deno.test("zoom keeps the middle, and moves the square only where the image ends", () => {
  const corner = moveSquare(squareOf(size, 4), size, [-1000, -1000]);
  assert.deepEqual(corner, { left: 0, top: 0, side: 75 });
  assert.deepEqual(squareOf(size, 8, corner), { left: 18.75, top: 18.75, side: 37.5 });
  assert.deepEqual(squareOf(size, 2, corner), { left: 0, top: 0, side: 150 });
});

Deno.test("a square never leaves its image", () => {
  const side = fc.integer({ min: 1, max: 5000 });
  const step = fc.tuple(
    fc.double({ min: 1, max: 8, noNaN: true }),
    fc.integer({ min: -6000, max: 6000 }),
    fc.integer({ min: -6000, max: 6000 }),
  );
  fc.assert(
    fc.property(side, side, fc.array(step, { maxLength: 6 }), (width, height, steps) => {
      let square = squareOf({ width, height }, 1);
      for (const [zoom, x, y] of steps) {
        square = moveSquare(squareOf({ width, height }, zoom, square), { width, height }, [x, y]);
        const { left, top, side } = square;
        assert.ok(
          left >= 0 && top >= 0 && left + side <= width + 1e-9 && top + side <= height + 1e-9,
        );
        assert.ok(Math.abs(side * zoom - Math.min(width, height)) < 1e-6);
      }
    }),
    { seed: 1 },
  );
});
