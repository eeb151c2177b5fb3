import assert from "node:assert/strict";
import { mersenne } from "pure-rand/generator/mersenne";
import { uniformInt } from "pure-rand/distribution/uniformInt";
import {
  differenceHash,
  findNearCopies,
} from "../../../lib/images/near_copies/find_near_copies.ts";
import { grayThumbnail } from "../../../lib/images/near_copies/gray_thumbnail.ts";

const size = 32;

/** An image of soft blobs, as a photograph has them. */
function scene(seed: number): Float64Array {
  const random = mersenne(seed);
  const blobs = Array.from({ length: 12 }, () => ({
    x: uniformInt(random, 0, size),
    y: uniformInt(random, 0, size),
    width: uniformInt(random, 3, 10),
    height: uniformInt(random, -90, 90),
  }));
  return Float64Array.from({ length: size * size }, (_, at) => {
    const x = at % size, y = Math.floor(at / size);
    return blobs.reduce(
      (sum, blob) =>
        sum + blob.height * Math.exp(-((x - blob.x) ** 2 + (y - blob.y) ** 2) / blob.width ** 2),
      120,
    );
  });
}

/** Its pixels, in another light and with a noise of its own. */
function pixels(grays: Float64Array, { light = 1, noise = 0, seed = 0 } = {}): Uint8Array {
  const random = mersenne(seed);
  return new Uint8Array(Uint8ClampedArray.from(
    { length: size * size * 3 },
    (_, i) => grays[Math.floor(i / 3)]! * light + uniformInt(random, -noise, noise),
  ));
}

const scenes = Array.from({ length: 200 }, (_, seed) => scene(seed));
const thumbnails = scenes.map((grays) => grayThumbnail(pixels(grays), size));

Deno.test("copies in another light, with noise, are found; other images are not", () => {
  const copies = scenes.slice(0, 40).map((grays, seed) =>
    grayThumbnail(pixels(grays, { light: 0.95, noise: 2, seed }), size)
  );
  const found = findNearCopies(copies, thumbnails)!;
  assert.ok(found.every(({ image, of }) => image === of));
  assert.ok(found.length >= 36, `${found.length} of 40`);
  assert.deepEqual(findNearCopies(thumbnails.slice(0, 100), thumbnails.slice(100)), []);
});

Deno.test("what is found is what comparing all pairs finds", () => {
  const noisy = scenes.slice(0, 60).map((grays, seed) =>
    grayThumbnail(pixels(grays, { light: 1 - seed % 7 / 30, noise: 1 + seed % 30, seed }), size)
  );
  const bits = (thumbnail: Uint8Array) =>
    [...differenceHash(thumbnail)].map((band) => band.toString(2).padStart(16, "0")).join("");
  const centred = (thumbnail: Uint8Array) => {
    const mean = thumbnail.reduce((sum, gray) => sum + gray, 0) / thumbnail.length;
    const parts = Array.from(thumbnail, (gray) => gray - mean), length = Math.hypot(...parts);
    return parts.map((part) => part / length);
  };
  const expected = noisy.flatMap((a, image) => {
    const of = thumbnails.findIndex((b) =>
      [...bits(a)].filter((bit, place) => bit !== bits(b)[place]).length <= 8 &&
      differenceHash(a).some((band, place) => band === differenceHash(b)[place]) &&
      centred(a).reduce((sum, part, i) => sum + part * centred(b)[i]!, 0) > 0.997
    );
    return of < 0 ? [] : [{ image, of }];
  });
  assert.ok(expected.length > 10 && expected.length < 60, `${expected.length}`);
  assert.deepEqual(findNearCopies(noisy, thumbnails), expected);
});

Deno.test("a thumbnail holds the means of its parts, a hash where they grow lighter", () => {
  // Lighter by 7 a column, the green channel alone.
  const ramp = Uint8Array.from(
    { length: 18 * 18 * 3 },
    (_, i) => i % 3 === 1 ? 7 * Math.floor((Math.floor(i / 3) % 18) / 2) : 0,
  );
  const thumbnail = grayThumbnail(ramp, 18);
  assert.deepEqual(
    [...thumbnail.slice(0, 9)],
    Array.from({ length: 9 }, (_, column) => Math.round(0.587 * 7 * column)),
  );
  assert.deepEqual([...differenceHash(thumbnail)], [65535, 65535, 65535, 65535]);
});

Deno.test("images of one color, and images that failed, are copies of nothing", () => {
  const flat = grayThumbnail(new Uint8Array(size * size * 3).fill(90), size);
  assert.deepEqual(findNearCopies([flat, null, thumbnails[3]!], [null, flat, thumbnails[3]!]), [
    { image: 2, of: 2 },
  ]);
});
