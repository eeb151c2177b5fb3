import assert from "node:assert/strict";
import fc from "fast-check";
import { foldIdentities, proposedFolds } from "../../../lib/dataset/split/fold_identities.ts";
import { UserError } from "../../../lib/language/user_error.ts";
import { sizedCatalog } from "../catalog/sized_catalog.ts";

const request = fc.record({
  sizes: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 40 }),
  folds: fc.integer({ min: 2, max: 12 }),
  seed: fc.integer(),
});

Deno.test("every identity is in one fold, folds are alike, and each can be measured", () => {
  fc.assert(
    fc.property(request, ({ sizes, folds, seed }) => {
      const multiples = sizes.filter((size) => size > 1).length;
      const catalog = sizedCatalog(sizes);
      if (folds * 2 > multiples) {
        assert.throws(
          () => foldIdentities(catalog, { folds, seed }),
          (error) => error instanceof UserError && !error.message.includes("\n"),
        );
        return;
      }
      const found = foldIdentities(catalog, { folds, seed });
      assert.equal(found.length, folds);
      assert.deepEqual(found.flat().sort((a, b) => a - b), [...sizes.keys()]);
      for (const kept of [() => true, (label: number) => sizes[label]! > 1]) {
        const counts = found.map((labels) => labels.filter(kept).length);
        assert.ok(Math.max(...counts) - Math.min(...counts) <= 1, `${counts}`);
      }
      assert.ok(found.every((labels) => labels.filter((label) => sizes[label]! > 1).length >= 2));
      assert.deepEqual(foldIdentities(catalog, { folds, seed }), found);
    }),
    { seed: 1, numRuns: 300 },
  );
});

Deno.test("too many folds are refused with the most that work", () => {
  const refusal = (sizes: number[]) => {
    try {
      foldIdentities(sizedCatalog(sizes), { folds: 5, seed: 0 });
    } catch (error) {
      return (error as Error).message;
    }
  };
  assert.match(
    refusal(Array(9).fill(3))!,
    /9 identities into 5 folds: .* got 9 .* at most 4 folds$/,
  );
  assert.match(refusal([3, 3, 3, 1, 1, 1])!, /got 3 of that kind; add identities$/);
});

Deno.test("folds are proposed where few would be held out, as many as can be split", () => {
  const proposed = [3, 4, 5, 9, 10, 11, 150].map((multiples) => proposedFolds(multiples, 29));
  assert.deepEqual(proposed, [null, 2, 2, 4, 5, 5, 5]);
  assert.equal(proposedFolds(150, 30), null);
});
