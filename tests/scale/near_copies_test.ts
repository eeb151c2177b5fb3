import assert from "node:assert/strict";
import { findNearCopies } from "../../lib/images/near_copies/find_near_copies.ts";

Deno.test("one image under 130,000 names is found, each time, without comparing with all", () => {
  const thumbnail = Uint8Array.from({ length: 72 }, (_, i) => (i * 37) % 200);
  const copies = findNearCopies(Array(30_000).fill(thumbnail), Array(100_000).fill(thumbnail));
  assert.equal(copies?.length, 30_000);
  assert.ok(copies.every(({ image, of }, index) => image === index && of === 0));
});
