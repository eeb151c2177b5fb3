import assert from "node:assert/strict";
import fc from "fast-check";
import {
  independentPairs,
  negativeSupport,
  supportOfImages,
  supportOfPairs,
} from "../../../lib/dataset/estimate/negative_support.ts";
import {
  chanceOfNone,
  identitiesNeededFor,
  negativesNeededFor,
  smallestSupportedFar,
} from "../../../lib/dataset/estimate/supported_far.ts";

const sizes = (identities: number, images: number) => new Map([[images, identities]]);

Deno.test("pairs that share no identity follow the rule of three", () => {
  for (const pairs of [3, 30, 300, 3_000, 3_000_000]) {
    const least = smallestSupportedFar(independentPairs(pairs));
    // The chance of no accepted pair, exp(-far · pairs), is 5 %.
    assert.ok(Math.abs(least * pairs / -Math.log(0.05) - 1) < 1e-9);
    assert.ok(least < 3 / pairs && least > 2.99 / pairs);
  }
  assert.equal(smallestSupportedFar(independentPairs(2)), 1);
  assert.equal(smallestSupportedFar({ pairs: 0, identities: 0 }), 1);
});

Deno.test("the effective number of identities is theirs where all have as many pairs", () => {
  assert.deepEqual(supportOfImages(sizes(15, 12)), { pairs: 15 * 14 / 2 * 144, identities: 15 });
  // 4 / (1 / 6 + 1 / 30) between groups: as many as 20 that are compared with each other.
  const joined = supportOfImages(sizes(6, 1), sizes(30, 1));
  assert.equal(joined.pairs, 15 + 180);
  const share = (pairs: number) => (pairs / joined.pairs) ** 2;
  const plain = 4 / (6 * share(5 + 30) + 30 * share(6));
  assert.ok(Math.abs(joined.identities - plain) < 1e-9);
  assert.deepEqual(supportOfPairs([1, 2, 3, 4]), independentPairs(2));
  assert.deepEqual(supportOfPairs([1, 2, 1, 3, 2, 3]), { pairs: 3, identities: 3 });
  assert.deepEqual(negativeSupport([]), { pairs: 0, identities: 0 });
});

Deno.test("the counts agree with a list of all the pairs", () => {
  const images = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 2, maxLength: 6 });
  fc.assert(
    fc.property(images, images, (own, others) => {
      const label = (sizes: number[], from: number) =>
        sizes.flatMap((size, index) => Array<number>(size).fill(from + index));
      const a = label(own, 0), b = label(others, 100);
      const ends = a.flatMap((first, row) =>
        [...a.slice(row + 1), ...b].filter((second) => second !== first)
          .flatMap((second) => [first, second])
      );
      const histogram = (sizes: number[]) =>
        new Map([...new Set(sizes)].map((size) => [size, sizes.filter((n) => n === size).length]));
      const found = supportOfImages(histogram(own), histogram(others));
      const listed = supportOfPairs(ends);
      assert.equal(found.pairs, listed.pairs);
      assert.ok(Math.abs(found.identities - listed.identities) < 1e-9);
    }),
    { seed: 1 },
  );
});

Deno.test("more of anything supports a smaller rate, and sharing a larger one", () => {
  const least = (identities: number, images: number, joined = 0) =>
    smallestSupportedFar(supportOfImages(sizes(identities, images), sizes(joined, images)));
  for (const [identities, images] of [[3, 2], [6, 10], [15, 12], [45, 21], [1_000, 5]] as const) {
    assert.ok(least(identities + 1, images) < least(identities, images));
    assert.ok(least(identities, images + 1) < least(identities, images));
    assert.ok(least(identities, images, 20) < least(identities, images));
    const { pairs } = supportOfImages(sizes(identities, images));
    assert.ok(least(identities, images) > smallestSupportedFar(independentPairs(pairs)));
  }
  // 15 identities of 12 images: the rule of three would say 0.0002.
  assert.ok(Math.abs(least(15, 12) - 0.0014) < 0.0001, `${least(15, 12)}`);
});

Deno.test("none of the pairs is accepted as often as a negative binomial says", () => {
  // The number of accepted pairs as a gamma-mixed Poisson, summed over the gamma's quantiles.
  const support = { pairs: 500, identities: 8 }, far = 0.01;
  const variance = 3 * far ** -0.25 * (1 / 8 - 1 / 1_000), shape = 1 / variance, steps = 200_000;
  let mean = 0, total = 0;
  for (let step = 0; step < steps; step++) {
    const x = (step + 0.5) / steps * 40;
    const density = x ** (shape - 1) * Math.exp(-x * shape);
    mean += density * Math.exp(-far * 500 * x);
    total += density;
  }
  assert.ok(Math.abs(chanceOfNone(far, support) - mean / total) < 2e-3);
});

Deno.test("so many identities support a rate, and one fewer does not", () => {
  for (const images of [1, 2, 12, 50]) {
    for (const joined of [undefined, sizes(70, 12)]) {
      for (const far of [0.3, 0.1, 0.01, 0.0015, 1e-4, 1e-6]) {
        const needed = identitiesNeededFor(far, { images, joined });
        const least = (identities: number) =>
          smallestSupportedFar(supportOfImages(sizes(identities, images), joined));
        assert.ok(least(needed) <= far);
        assert.ok(needed === 1 || least(needed - 1) > far, `${far}: ${needed}`);
      }
    }
  }
});

Deno.test("so many listed pairs support a rate, and one fewer does not", () => {
  for (const like of [independentPairs(10), { pairs: 1_000, identities: 100 }]) {
    for (const far of [0.1, 0.01, 0.0015, 1e-4]) {
      const needed = negativesNeededFor(far, like), ratio = like.identities / like.pairs;
      const least = (pairs: number) => smallestSupportedFar({ pairs, identities: ratio * pairs });
      assert.ok(least(needed) <= far && least(needed - 1) > far, `${far}: ${needed}`);
    }
  }
  assert.equal(negativesNeededFor(0.001, independentPairs(1)), 2_996);
});
