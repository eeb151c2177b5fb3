import assert from "node:assert/strict";
import { estimateCatalog } from "../../lib/dataset/estimate/estimate_pairs.ts";
import { imagesByIdentity } from "../../lib/dataset/catalog/images_by_identity.ts";
import { sampleEpoch } from "../../lib/dataset/sampling/sample_epoch.ts";
import { splitByIdentity } from "../../lib/dataset/split/split_by_identity.ts";
import { UserError } from "../../lib/language/user_error.ts";
import { requireFewImages } from "../../lib/verification/requirements.ts";
import { sizedCatalog } from "../dataset/catalog/sized_catalog.ts";

const shape = { identitiesPerBatch: 8, imagesPerIdentity: 4, seed: 3 };

const shapes: Record<string, number[]> = {
  "one identity of 100,000 images among 40 of ten": [100_000, ...Array(40).fill(10)],
  "10,000 identities with one image among 40 of ten": [
    ...Array(10_000).fill(1),
    ...Array(40).fill(10),
  ],
  "both, and 2,000 of two": [100_000, ...Array(10_000).fill(1), ...Array(2_000).fill(2)],
  "5,000 identities of fifty": Array(5_000).fill(50),
};

for (const [name, sizes] of Object.entries(shapes)) {
  Deno.test(`${name}: counted, split, and every image drawn in full batches`, () => {
    const catalog = sizedCatalog(sizes);
    const estimate = estimateCatalog(catalog, shape);
    const sum = (term: (n: number) => number) =>
      BigInt(sizes.reduce((total, n) => total + term(n), 0));
    const images = sum((n) => n);
    assert.equal(estimate.positivePairs, sum((n) => n * (n - 1) / 2));
    assert.equal(estimate.negativePairs, images * (images - 1n) / 2n - estimate.positivePairs);
    assert.deepEqual(estimate.problems, []);

    const { train, validation, test } = splitByIdentity(catalog, shape);
    const parts = [train, validation, test];
    assert.deepEqual(parts.flat().sort((a, b) => a - b), [...sizes.keys()]);
    assert.ok(parts.every((part) => part.filter((label) => sizes[label]! > 1).length >= 2));

    const owner = catalog.images.map(({ label }) => label);
    const batches = sampleEpoch(imagesByIdentity(catalog), { ...shape, epoch: 0 });
    const trained = imagesByIdentity(catalog, train);
    const { batchesPerEpoch } = estimate.training!;
    assert.equal(sampleEpoch(trained, { ...shape, epoch: 0 }).length, batchesPerEpoch);
    assert.ok(batches.every((batch) => batch.length === 32));
    assert.equal(new Set(batches.flat()).size, sizes.reduce((total, n) => total + n, 0));
    // Each batch has something to learn: images of one identity, and of others.
    for (const batch of batches) {
      const labels = batch.map((image) => owner[image]!);
      const held = Map.groupBy(labels, (label) => label).values().toArray();
      assert.ok(held.length >= 8 && held.some((own) => own.length > 1));
    }
  });
}

Deno.test("10,000 identities with one image each are refused in one line", () => {
  assert.throws(
    () => estimateCatalog(sizedCatalog(Array(10_000).fill(1)), shape),
    (error) =>
      error instanceof UserError &&
      /^cannot train on [^\n]+ got 10,000 with one image each; add a second image to some$/.test(
        error.message,
      ),
  );
});

Deno.test("more pairs than minutes or memory allow are refused before anything is embedded", () => {
  const limits = [[2 ** 24, 100_000, "100,000"], [2 ** 24 + 1, 32_768, "32,768"]] as const;
  for (const [positivePairs, most, said] of limits) {
    requireFewImages(most, { positivePairs }, '"faces"');
    assert.throws(
      () => requireFewImages(1_000_000, { positivePairs }, '"faces"'),
      (error) =>
        error instanceof UserError &&
        /^cannot compare all pairs of "faces": [^\n]+$/.test(error.message) &&
        error.message.includes(`at most ${said} images, got 1,000,000`),
    );
  }
});
