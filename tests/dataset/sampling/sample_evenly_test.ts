import assert from "node:assert/strict";
import fc from "fast-check";
import { sampleEvenly } from "../../../lib/dataset/sampling/sample_evenly.ts";
import { randomStream } from "../../../lib/dataset/sampling/random_stream.ts";

/** Identities of the sizes given, images numbered through. */
function identitiesOf(sizes: readonly number[]): number[][] {
  let next = 0;
  return sizes.map((size) => Array.from({ length: size }, () => next++));
}

const sampled = (sizes: readonly number[], most: number, seed = 0) =>
  sampleEvenly(identitiesOf(sizes), most, randomStream(seed, 0));

const request = fc.record({
  sizes: fc.array(fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 30 })), { maxLength: 30 }),
  most: fc.integer({ min: 4, max: 100 }),
  seed: fc.integer(),
});

Deno.test("no more than asked for, as evenly as identities allow, in order", () => {
  fc.assert(fc.property(request, ({ sizes, most, seed }) => {
    const all = identitiesOf(sizes);
    const kept = sampled(sizes, most, seed);
    const flat = kept.flat();
    assert.deepEqual(kept, sampled(sizes, most, seed));
    if (all.flat().length <= most) return assert.deepEqual(kept, all);
    assert.ok(flat.length <= most);
    assert.deepEqual(flat, flat.toSorted((a, b) => a - b));
    const owner = new Map(all.flatMap((images) => images.map((image) => [image, images])));
    for (const images of kept) {
      assert.equal(new Set(images.map((image) => owner.get(image))).size, 1);
      assert.ok(images.length >= 2 || owner.get(images[0]!)!.length === 1);
    }
    // The same number of each identity, or all that it has.
    const multiples = kept.map((images) => [images.length, owner.get(images[0]!)!.length] as const)
      .filter(([, had]) => had > 1);
    const each = Math.max(...multiples.map(([has]) => has));
    for (const [has, had] of multiples) assert.equal(has, Math.min(had, each));
    // One more of each would not fit.
    const left = sizes.filter((size) => size > 1);
    const singles = sizes.length - left.length;
    const places = Math.max(Math.floor(most / 2), most - singles);
    const sum = (n: number) => left.reduce((total, size) => total + Math.min(size, n), 0);
    assert.ok(each === 2 || sum(each) <= places);
    assert.ok(sum(each + 1) > places || sum(each + 1) === sum(each));
  }));
});

Deno.test("positive pairs remain, however many identities have one image", () => {
  const kept = sampled([...Array(100_000).fill(1), 2, 2], 10_000);
  assert.equal(kept.filter(({ length }) => length === 2).length, 2);
  assert.equal(kept.flat().length, 10_000);
});

Deno.test("one identity of 100,000 images leaves the others theirs", () => {
  const kept = sampled([100_000, ...Array(50).fill(20)], 10_000);
  assert.deepEqual(kept.map(({ length }) => length), [9_000, ...Array(50).fill(20)]);
});

Deno.test("where not even two of each fit, identities are sampled", () => {
  const kept = sampled(Array(20_000).fill(50), 10_000);
  assert.equal(kept.length, 5_000);
  assert.ok(kept.every(({ length }) => length === 2));
});
