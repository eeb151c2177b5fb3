import assert from "node:assert/strict";
import fc from "fast-check";
import { splitByIdentity } from "../../../lib/dataset/split/split_by_identity.ts";
import { splitToJson } from "../../../lib/dataset/split/split_by_identity.ts";
import { UserError } from "../../../lib/language/user_error.ts";
import { sizedCatalog } from "../catalog/sized_catalog.ts";

const part = fc.oneof(
  fc.constant(0),
  fc.double({ min: 0.01, max: 0.6, noNaN: true }),
  fc.integer({ min: 2, max: 12 }),
);
const request = fc.record({
  sizes: fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 60 }),
  seed: fc.integer(),
  validation: part,
  test: part,
});

Deno.test("every identity is in one part, and every part can be measured", () => {
  fc.assert(
    fc.property(request, ({ sizes, ...options }) => {
      const requested = [1, options.validation, options.test].filter((share) => share > 0).length;
      let split;
      try {
        split = splitByIdentity(sizedCatalog(sizes), options);
      } catch (error) {
        assert(error instanceof UserError);
        assert(!error.message.includes("\n"));
        const wanted = (share: number) =>
          share === 0 ? 0 : Math.max(2, share < 1 ? share * sizes.length : share);
        const multiples = sizes.filter((size) => size > 1).length;
        const heldOut = wanted(options.validation) + wanted(options.test);
        assert(
          multiples < 2 * requested || heldOut > sizes.length - 4,
          "refused, though there are enough identities",
        );
        return;
      }
      const { train, validation, test } = split;
      assert.deepEqual(
        [...train, ...validation, ...test].sort((a, b) => a - b),
        [...sizes.keys()],
      );
      for (
        const [labels, share] of [[train, 1], [validation, options.validation], [
          test,
          options.test,
        ]] as const
      ) {
        if (share === 0) assert.equal(labels.length, 0);
        else assert(labels.filter((label) => sizes[label]! > 1).length >= 2);
      }
    }),
    { seed: 1 },
  );
});

Deno.test("a share below 1 is of the identities, 1 and more is their number", () => {
  const sizes = Array(40).fill(10);
  const parts = (validation?: number, test?: number) => {
    const split = splitByIdentity(sizedCatalog(sizes), { seed: 0, validation, test });
    return [split.train.length, split.validation.length, split.test.length];
  };
  assert.deepEqual(parts(), [28, 6, 6]);
  assert.deepEqual(parts(0, 10), [30, 0, 10]);
  assert.deepEqual(parts(0, 0.25), [30, 0, 10]);
  assert.deepEqual(parts(4, 10), [26, 4, 10]);
  assert.deepEqual(parts(0.01, 0), [38, 2, 0]);
});

Deno.test("of few identities, each part keeps two", () => {
  for (const [count, train] of [[6, 2], [7, 3], [10, 6]] as const) {
    const split = splitByIdentity(sizedCatalog(Array(count).fill(5)), {
      seed: 0,
      validation: 0.15,
    });
    assert.deepEqual(
      [split.train.length, split.validation.length, split.test.length],
      [train, 2, 2],
    );
  }
});

Deno.test("identities with one image are shared out in proportion", () => {
  const sizes = [...Array(100).fill(1), ...Array(100).fill(5)];
  const split = splitByIdentity(sizedCatalog(sizes), { seed: 3, validation: 0.2, test: 0.1 });
  const singles = (labels: readonly number[]) => labels.filter((label) => label < 100).length;
  assert.deepEqual([split.validation, split.test].map(singles), [20, 10]);
  assert.deepEqual([split.train, split.validation, split.test].map((p) => p.length), [140, 40, 20]);
});

Deno.test("a large part leaves the others their two identities with two images", () => {
  const sizes = [...Array(6).fill(4), ...Array(20).fill(1)];
  const split = splitByIdentity(sizedCatalog(sizes), { seed: 0, validation: 20, test: 0 });
  const multiples = (labels: readonly number[]) => labels.filter((label) => label < 6).length;
  assert.deepEqual([multiples(split.train), split.train.length], [2, 6]);
  assert.deepEqual([multiples(split.validation), split.validation.length], [4, 20]);
});

Deno.test("the seed decides the split", () => {
  const catalog = sizedCatalog(Array(40).fill(3));
  const split = (seed: number) => splitByIdentity(catalog, { seed });
  assert.deepEqual(split(1), split(1));
  assert.notDeepEqual(split(1).test, split(2).test);
});

Deno.test("too few identities are refused in one line that says what to do", () => {
  for (
    const [sizes, shares] of [
      [[5, 5, 5, 5, 5], {}],
      [[5, 5, 1, 1, 1, 1, 1, 1], { test: 0 }],
      [Array(10).fill(5), { validation: 5, test: 5 }],
      [Array(10).fill(5), { validation: 0.5, test: 0.5 }],
    ] as const
  ) {
    assert.throws(
      () => splitByIdentity(sizedCatalog(sizes), { seed: 0, ...shares }),
      (error) =>
        error instanceof UserError && /^cannot split[^\n]+hold out fewer$/.test(error.message),
    );
  }
});

Deno.test("a saved split holds names", () => {
  const json = splitToJson({ train: [2, 0], validation: [], test: [1] }, sizedCatalog([2, 2, 2]));
  assert.deepEqual(json, { train: ["人000002", "人000000"], validation: [], test: ["人000001"] });
});
