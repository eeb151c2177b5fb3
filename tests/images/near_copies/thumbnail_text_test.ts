import assert from "node:assert/strict";
import { findNearCopies } from "../../../lib/images/near_copies/find_near_copies.ts";
import { copiesWithin } from "../../../lib/images/near_copies/copies_within.ts";
import {
  thumbnailFromText,
  thumbnailText,
} from "../../../lib/images/near_copies/thumbnail_text.ts";

/** Grays that no other seed has alike. */
function thumbnail(seed: number, { light = 1, noise = 0 } = {}): Uint8Array {
  return Uint8Array.from(
    { length: 72 },
    (_, i) => light * (100 + 60 * Math.sin(seed + i * (1 + seed % 7))) + noise * (i % 2),
  );
}

const thumbnails = Array.from({ length: 50 }, (_, seed) => thumbnail(seed));

Deno.test("a thumbnail as text is a copy of itself, in any light, and of no other", () => {
  const packed = thumbnails.map(thumbnailText);
  assert.ok(packed.every((text) => /^[A-Za-z0-9+/]{72}$/.test(text)));
  const copies = thumbnails.map((_, seed) =>
    thumbnailFromText(thumbnailText(thumbnail(seed, { light: 0.8, noise: 1 })))
  );
  const found = findNearCopies(copies, packed.values().map(thumbnailFromText))!;
  assert.ok(found.every(({ image, of }) => image === of));
  assert.ok(found.length >= 45, `${found.length} of 50`);
});

Deno.test("no image, and one of a single gray, are copies of nothing", () => {
  const nothing = [thumbnailText(null), thumbnailText(new Uint8Array(72).fill(9))].map(
    thumbnailFromText,
  );
  assert.deepEqual(findNearCopies(nothing, nothing), []);
});

Deno.test("copies within a list are counted, the first of each not", () => {
  const images = [0, 1, 0, 2, 1, 0].map((seed, index) => ({
    hash: `${index}`,
    thumbnail: thumbnail(seed, { noise: index % 2 }),
  }));
  assert.equal(copiesWithin(images), 3);
  const gray = new Uint8Array(72).fill(9);
  assert.equal(copiesWithin(["a", "b", "a"].map((hash) => ({ hash, thumbnail: gray }))), 1);
});
