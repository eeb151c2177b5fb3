import assert from "node:assert/strict";
import fc from "fast-check";
import { batchShape } from "../../../lib/dataset/sampling/batch_shape.ts";
import { sampleEpoch } from "../../../lib/dataset/sampling/sample_epoch.ts";
import { UserError } from "../../../lib/language/user_error.ts";

/** Identities of the sizes given, images numbered through. */
function identitiesOf(sizes: readonly number[]): number[][] {
  let next = 0;
  return sizes.map((size) => Array.from({ length: size }, () => next++));
}

function identityOfImage(identities: readonly (readonly number[])[]): number[] {
  const owner: number[] = [];
  identities.forEach((images, identity) => images.forEach((image) => owner[image] = identity));
  return owner;
}

const dataset = fc.record({
  sizes: fc.array(fc.oneof(fc.constant(1), fc.nat(9), fc.nat(40)), { maxLength: 30 }),
  identitiesPerBatch: fc.integer({ min: 2, max: 6 }),
  imagesPerIdentity: fc.integer({ min: 2, max: 5 }),
  seed: fc.integer(),
  epoch: fc.nat(20),
});

/** As the documentation says: whole groups of single images stand for one identity. */
function largestBatch(sizes: readonly number[], imagesPerIdentity: number): number {
  const multiples = sizes.filter((size) => size > 1).length;
  const singles = sizes.filter((size) => size === 1).length;
  return multiples && multiples + Math.floor(singles / imagesPerIdentity);
}

Deno.test("every batch is full, and every image is in one", () => {
  fc.assert(
    fc.property(dataset, ({ sizes, ...options }) => {
      fc.pre(largestBatch(sizes, options.imagesPerIdentity) >= options.identitiesPerBatch);
      const identities = identitiesOf(sizes);
      const batches = sampleEpoch(identities, options);
      const places = options.identitiesPerBatch * options.imagesPerIdentity;
      assert(batches.every((batch) => batch.length === places));
      assert.deepEqual(
        [...new Set(batches.flat())].sort((a, b) => a - b),
        identities.flat(),
      );
    }),
    { seed: 1 },
  );
});

Deno.test("a batch holds P identities x K images, and images repeat only where there are too few", () => {
  fc.assert(
    fc.property(dataset, ({ sizes, ...options }) => {
      const { identitiesPerBatch, imagesPerIdentity } = options;
      fc.pre(largestBatch(sizes, imagesPerIdentity) >= identitiesPerBatch);
      const owner = identityOfImage(identitiesOf(sizes));
      for (const batch of sampleEpoch(identitiesOf(sizes), options)) {
        const counts = new Map<number, number>();
        for (const image of batch) {
          counts.set(owner[image]!, 1 + (counts.get(owner[image]!) ?? 0));
        }
        let singles = 0, partial = 0;
        for (const [identity, count] of counts) {
          const different = new Set(batch.filter((image) => owner[image] === identity)).size;
          assert.equal(different, Math.min(count, sizes[identity]!));
          if (sizes[identity] === 1) singles += count;
          else if (count < imagesPerIdentity) partial += count;
          else assert.equal(count, imagesPerIdentity);
        }
        assert.equal([...counts.keys()].filter((i) => sizes[i] === 1).length, singles);
        // Only an incomplete group of single images is filled up, from one other identity.
        assert.equal((singles + partial) % imagesPerIdentity, 0);
        assert(partial === 0 || singles < imagesPerIdentity);
        assert(counts.size >= identitiesPerBatch);
        const positives = [...counts].filter(([i, count]) => sizes[i]! > 1 && count > 1);
        assert(positives.length > 0, "no positive pair");
      }
    }),
    { seed: 1 },
  );
});

Deno.test("seed and epoch alone decide the order", () => {
  const identities = identitiesOf([10, 10, 10, 10, 3, 1, 1, 7, 20]);
  const sample = (seed: number, epoch: number) =>
    sampleEpoch(identities, { identitiesPerBatch: 4, imagesPerIdentity: 3, seed, epoch });
  assert.deepEqual(sample(5, 3), sample(5, 3));
  assert.notDeepEqual(sample(5, 3), sample(5, 4));
  assert.notDeepEqual(sample(5, 3), sample(6, 3));
});

Deno.test("an epoch has no more batches than it needs", () => {
  const count = (sizes: number[], batch: number, perIdentity: number) =>
    sampleEpoch(identitiesOf(sizes), { ...batchShape(batch, perIdentity), seed: 0, epoch: 0 })
      .length;
  // 30 identities x 3 groups of 4 on 8 places a batch.
  assert.equal(count(Array(30).fill(10), 32, 4), Math.ceil(90 / 8));
  // The 25 groups of the largest identity need a batch each.
  assert.equal(count([100, 4, 4], 8, 4), 25);
  // 8 groups of single images, half of each batch at most.
  assert.equal(count([4, 4, 4, 4, ...Array(32).fill(1)], 16, 4), 4);
});

Deno.test("identities mix: over an epoch one meets more others than fit in a batch", () => {
  const identities = identitiesOf(Array(30).fill(12));
  const owner = identityOfImage(identities);
  const batches = sampleEpoch(identities, { ...batchShape(32, 4), seed: 0, epoch: 0 });
  const met = new Set(
    batches.map((batch) => batch.map((image) => owner[image]!))
      .filter((labels) => labels.includes(0)).flat(),
  );
  assert(met.size - 1 > 7, `met ${met.size - 1}`);
});

Deno.test("large and small identities share batches from first to last", () => {
  const sizes = [...Array(20).fill(40), ...Array(20).fill(4)];
  const batches = sampleEpoch(identitiesOf(sizes), { ...batchShape(32, 4), seed: 1, epoch: 0 });
  const firstHalf = new Set(batches.slice(0, batches.length / 2).flat());
  const smallSeen = Array.from({ length: 20 }, (_, i) => 800 + 4 * i)
    .filter((image) => firstHalf.has(image)).length;
  assert(smallSeen >= 5 && smallSeen <= 15, `${smallSeen} of 20 in the first half`);
});

Deno.test("too few identities: the error names the largest batch that works, and it works", () => {
  fc.assert(
    fc.property(dataset, ({ sizes, ...options }) => {
      const largest = largestBatch(sizes, options.imagesPerIdentity);
      fc.pre(largest < options.identitiesPerBatch);
      const identities = identitiesOf(sizes);
      assert.throws(() => sampleEpoch(identities, options), (error) => {
        assert(error instanceof UserError);
        assert(!error.message.includes("\n"));
        const named = /batch of at most ([\d,]+) images/.exec(error.message)?.[1]?.replaceAll(
          ",",
          "",
        );
        if (largest < 2) return named === undefined;
        sampleEpoch(identities, {
          ...options,
          ...batchShape(Number(named), options.imagesPerIdentity),
        });
        return Number(named) === largest * options.imagesPerIdentity;
      });
    }),
    { seed: 1 },
  );
});

Deno.test("a batch must be a multiple, with 2 or more of each", () => {
  assert.deepEqual(batchShape(32, 4), { identitiesPerBatch: 8, imagesPerIdentity: 4 });
  for (const [batch, perIdentity] of [[32, 5], [4, 4], [32, 1], [0, 4], [32, 0], [5, 2.5]]) {
    assert.throws(() => batchShape(batch!, perIdentity!), UserError);
  }
});
