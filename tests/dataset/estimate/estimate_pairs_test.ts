import assert from "node:assert/strict";
import fc from "fast-check";
import { countPairs, sizeHistogram } from "../../../lib/dataset/catalog/count_pairs.ts";
import { smallestSupportedFar } from "../../../lib/dataset/estimate/supported_far.ts";
import { estimateCatalog, estimatePlan } from "../../../lib/dataset/estimate/estimate_pairs.ts";
import { requireTrainable } from "../../../lib/dataset/catalog/require_pairs.ts";
import { scopeByIdentities } from "../../../lib/dataset/estimate/scope.ts";
import { imageMessages } from "../../../lib/images/formats/messages.ts";
import { UserError } from "../../../lib/language/user_error.ts";
import { formatMessage } from "../../../lib/language/user_message.ts";
import { sizedCatalog } from "../catalog/sized_catalog.ts";

const options = { batch: 32, perIdentity: 4, seed: 0 };

Deno.test("counts are those of an enumeration", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(5), { maxLength: 6 }), (sizes) => {
      const labels = sizes.flatMap((size, label) => Array<number>(size).fill(label));
      let positivePairs = 0n, negativePairs = 0n, triplets = 0n;
      labels.forEach((anchor, i) =>
        labels.forEach((other, j) => {
          if (i < j) anchor === other ? positivePairs++ : negativePairs++;
          if (i === j || anchor !== other) return;
          labels.forEach((negative) => {
            if (negative !== anchor) triplets++;
          });
        })
      );
      assert.deepEqual(countPairs(sizeHistogram(sizes)), {
        positivePairs,
        negativePairs,
        triplets,
      });
    }),
    { seed: 1 },
  );
});

Deno.test("counts stay exact beyond 2^53", () => {
  const plan = estimatePlan(2 ** 26 + 1, 2 ** 26, options);
  const [identities, images] = [2n ** 26n + 1n, 2n ** 26n];
  const total = identities * images;
  assert.equal(plan.positivePairs, identities * images * (images - 1n) / 2n);
  assert.equal(plan.negativePairs, images * images * identities * (identities - 1n) / 2n);
  assert.equal(plan.triplets, total * (images - 1n) * (total - images));
});

Deno.test("the article's example: pairs grow with images, not with identities", () => {
  assert.equal(estimatePlan(100, 100, options).positivePairs, 495_000n);
  assert.equal(estimatePlan(10_000, 5, options).positivePairs, 100_000n);
});

Deno.test("a batch of 32, 4 of each identity", () => {
  assert.deepEqual(estimatePlan(40, 10, options).perBatch, {
    positivePairs: 48n,
    negativePairs: 448n,
    triplets: 2688n,
  });
});

Deno.test("figures of a folder with images in unequal numbers", () => {
  const sizes = [1, 1, 2, 3, 4, 5, 6, 8, 10, 40];
  const estimate = estimateCatalog(sizedCatalog(sizes), options);
  assert.equal(estimate.identities, 10);
  assert.equal(estimate.images, 80);
  assert.equal(estimate.singletons, 2);
  assert.deepEqual(estimate.imagesPerIdentity, { min: 1, median: 4.5, max: 40, imbalance: 40 });
  assert.equal(
    estimate.positivePairsWithTwiceTheImages,
    countPairs(sizeHistogram(sizes.map((n) => 2 * n))).positivePairs,
  );
  assert.equal(
    estimate.positivePairsWithTwiceTheIdentities,
    countPairs(sizeHistogram([...sizes, ...sizes])).positivePairs,
  );
});

Deno.test("the smallest false accept rate is what the test identities support", () => {
  const estimate = estimateCatalog(sizedCatalog(Array(40).fill(10)), { ...options, test: 10 });
  const { train, validation, test } = estimate.split!;
  assert.deepEqual([train, validation, test].map((part) => part.identities), [24, 6, 10]);
  assert.equal(test.images, 100);
  assert.equal(test.negativePairs, 4500n);
  assert.equal(estimate.smallestFar, smallestSupportedFar({ pairs: 4500, identities: 10 }));
  assert.deepEqual(estimate.problems, []);
});

Deno.test("a plan and a folder of the same numbers agree", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 60 }),
      fc.integer({ min: 2, max: 12 }),
      (identities, images) => {
        assert.deepEqual(
          estimatePlan(identities, images, options),
          estimateCatalog(sizedCatalog(Array(identities).fill(images)), options),
        );
      },
    ),
    { seed: 1 },
  );
});

Deno.test("few identities: an estimate all the same, with what stands in the way", () => {
  const estimate = estimateCatalog(sizedCatalog([3, 3, 3]), options);
  assert.equal(estimate.split, null);
  assert.equal(estimate.smallestFar, null);
  assert.equal(estimate.training, null);
  assert.equal(estimate.positivePairs, 9n);
  assert.equal(estimate.problems.length, 1);
  assert.match(formatMessage(estimate.problems[0]!), /^cannot split 3 identities/);
});

Deno.test("a batch that is asked for is not made smaller: what fits is named", () => {
  const asked = { ...options, shrinkBatch: false };
  // Ten identities fill a batch of eight, but the six that are left to train do not.
  const { training, perBatch, problems } = estimateCatalog(
    sizedCatalog(Array(10).fill(4)),
    asked,
  );
  assert.equal(training, null);
  assert.equal(perBatch.positivePairs, 48n);
  assert.deepEqual(problems.map(({ code }) => code), ["dataset.tooFewForBatch"]);
  assert.match(formatMessage(problems[0]!), /got 6 identities .* batch of at most 24 images$/);
  assert.throws(() => estimatePlan(40, 10, { ...asked, batch: 30 }), UserError);
});

Deno.test("a batch by default has as many identities as there are to train on", () => {
  for (const [identities, perBatch] of [[6, 2], [7, 3], [10, 6], [12, 8], [100, 8]] as const) {
    const { training, problems } = estimatePlan(identities, 10, {});
    assert.deepEqual(problems, []);
    assert.equal(training!.identitiesPerBatch, perBatch, `${identities}`);
    assert.equal(training!.imagesPerIdentity, 4);
  }
  // Every image of six identities, in groups of four.
  const { training } = estimatePlan(10, 50, {});
  assert.deepEqual([training!.batchesPerEpoch, training!.epochs], [13, 62]);
});

Deno.test("what cannot be trained on is refused in one line", () => {
  const cases: [number[], string][] = [
    [[], "got no usable image;"],
    [[5], "got one identity;"],
    [[1, 1, 1], "got 3 with one image each;"],
  ];
  for (const [sizes, found] of cases) {
    assert.throws(
      () => requireTrainable(sizedCatalog(sizes)),
      (error) =>
        error instanceof UserError && error.message.startsWith('cannot train on "/faces": ') &&
        error.message.includes(found) && !error.message.includes("\n"),
    );
  }
  const leftOut = [{ path: "a/b.npz", reason: imageMessages.cutShort() }];
  assert.throws(
    () => requireTrainable({ ...sizedCatalog([]), leftOut }),
    /\(1 file left out, such as "a\/b.npz": image is cut short\)/,
  );
  requireTrainable(sizedCatalog([2, 1]));
  for (const [identities, images] of [[1, 5], [5, 1], [2 ** 40, 2 ** 14]]) {
    assert.throws(() => estimatePlan(identities!, images!, options), UserError);
  }
});

Deno.test("the scope by identities, and what is missing to the next", () => {
  const missing = (identities: number) => {
    const { scope, next } = scopeByIdentities(identities);
    return [scope, next?.missing];
  };
  assert.deepEqual(missing(40), ["small", 960]);
  assert.deepEqual(missing(999), ["small", 1]);
  assert.deepEqual(missing(1000), ["medium", 4000]);
  assert.deepEqual(missing(4999), ["medium", 1]);
  assert.deepEqual(missing(5000), ["large", undefined]);
});
