import assert from "node:assert/strict";
import fc from "fast-check";
import { UserError } from "../../../lib/language/user_error.ts";
import { samplePairList } from "../../../lib/verification/pair_lists/sample_pair_list.ts";
import { findPairs } from "../../../lib/verification/pair_lists/find_pairs.ts";
import { makePairList } from "../../../lib/verification/pair_lists/make_pair_list.ts";
import { parsePairList } from "../../../lib/verification/pair_lists/parse_pair_list.ts";
import { catalogOf } from "../catalog_of.ts";

/** Names that lists of pairs have trouble with. */
const name = fc.constantFrom(
  "Ann",
  "Ann 2",
  " Bo",
  "10",
  "が",
  "が".normalize("NFD"),
  "a\tb",
  "_",
  "Cy",
);
const file = fc.constantFrom("1.png", "x y.jpg", " z.png", "deep/1.png", "q\n.png", "2", "1 .png");

/** Folders named as LFW has it, and folders named anyhow. */
const folder = fc.oneof(
  fc.uniqueArray(fc.tuple(name, fc.integer({ min: 1, max: 12 })), {
    selector: String,
    minLength: 12,
    maxLength: 40,
  })
    .map((files) => files.map(([name, i]) => `${name}/${name}_${String(i).padStart(4, "0")}.jpg`)),
  fc.uniqueArray(fc.tuple(name, file), { selector: String, minLength: 12, maxLength: 40 })
    .map((files) => files.map((parts) => parts.join("/"))),
);

Deno.test("written pairs are found again: both kinds in each fold, none twice, folds apart", () => {
  let written = 0;
  fc.assert(
    fc.property(
      folder,
      fc.record({
        folds: fc.integer({ min: 2, max: 3 }),
        pairsPerFold: fc.integer({ min: 1, max: 4 }),
        seed: fc.nat(),
      }),
      (paths, draw) => {
        const catalog = catalogOf(...paths);
        let made;
        try {
          made = makePairList(catalog, draw);
        } catch (error) {
          assert.ok(error instanceof UserError);
          return;
        }
        written++;
        assert.deepEqual(makePairList(catalog, draw), made);
        const list = parsePairList(made.text);
        assert.equal(list.folds, draw.folds);
        const { pairs, missing } = findPairs(list.pairs, catalog);
        assert.deepEqual(missing, []);
        assert.equal(pairs.length, draw.folds * 2 * draw.pairsPerFold);
        const foldsOf = new Map<number, Set<number>>();
        const kinds = new Set<string>();
        pairs.forEach((pair, index) => {
          const { a, b, same } = pair!;
          const labels = [a, b].map((image) => catalog.images[image]!.label);
          assert.equal(labels[0] === labels[1], same);
          const place = index % (2 * draw.pairsPerFold);
          assert.equal(same, place < draw.pairsPerFold);
          const fold = Math.floor(index / (2 * draw.pairsPerFold));
          for (const label of labels) {
            foldsOf.getOrInsertComputed(label, () => new Set()).add(fold);
          }
          kinds.add([a, b].sort((a, b) => a - b).join());
        });
        assert.equal(kinds.size, pairs.length);
        if (made.disjoint) { for (const folds of foldsOf.values()) assert.equal(folds.size, 1); }
      },
    ),
    { numRuns: 300, seed: 1 },
  );
  assert.ok(written > 50, `${written} lists were written`);
});

Deno.test("files named as in LFW are told by number, others by path", () => {
  const draw = { folds: 1, pairsPerFold: 1, seed: 0 };
  const numbered = catalogOf("Ann B/Ann B_0003.jpg", "Ann B/Ann B_0010.jpg", "Cy/Cy_0001.jpg");
  assert.match(makePairList(numbered, draw).text, /^1\t1\nAnn B\t3\t10\nAnn B\t\d+\tCy\t1\n$/);
  const other = catalogOf("Ann/x.jpg", "Ann/y.jpg", "Cy/Cy_0001.jpg", "Cy/a\tb.jpg");
  const { text, unnamed } = makePairList(other, draw);
  assert.match(text, /^1\t1\nAnn\/x.jpg\tAnn\/y.jpg\t1\nAnn\/..jpg\tCy\/Cy_0001.jpg\t0\n$/);
  assert.deepEqual(unnamed, ["Cy/a\tb.jpg"]);
});

const identities = (...sizes: number[]) => {
  let next = 0;
  return sizes.map((size) => Array.from({ length: size }, () => next++));
};

Deno.test("too many pairs are refused with the largest number there is, and that is drawn", () => {
  for (const [sizes, folds] of [[[4, 4, 4, 4], 2], [[5, 2, 1, 1], 2], [[3, 3, 3], 3]] as const) {
    const draw = (pairsPerFold: number) =>
      samplePairList(identities(...sizes), { folds, pairsPerFold, seed: 3 });
    const message = (() => {
      try {
        draw(1000);
      } catch (error) {
        assert.ok(error instanceof UserError);
        return error.message;
      }
    })();
    const [, most, apart] = /enough for (\d+) per fold, or (\d+) if no/.exec(message!)!.map(Number);
    assert.equal(draw(most!).pairs.length, folds * 2 * most!);
    assert.throws(() => draw(most! + 1), UserError);
    if (apart! > 0) assert.equal(draw(apart!).disjoint, true);
    if (most! > apart!) assert.equal(draw(apart! + 1).disjoint, false);
  }
});

Deno.test("what is not asked for is as in LFW, or as much as there is", () => {
  const drawn = (sizes: number[], asked = {}) => {
    const { folds, pairsPerFold, pairs, disjoint } = samplePairList(identities(...sizes), {
      ...asked,
      seed: 3,
    });
    assert.equal(pairs.length, 2 * folds * pairsPerFold);
    return [folds, pairsPerFold, disjoint];
  };
  assert.deepEqual(drawn(Array(200).fill(20)), [10, 300, true]);
  // Ten identities: one a fold has no negative pair.
  assert.deepEqual(drawn(Array(10).fill(50)), [10, 300, false]);
  assert.deepEqual(drawn(Array(20).fill(5)), [10, 20, true]);
  assert.deepEqual(drawn([2, 2]), [2, 1, false]);
  assert.deepEqual(drawn([4, 4], { folds: 2 }), [2, 6, false]);
  assert.deepEqual(drawn([4, 4], { pairsPerFold: 1 }), [10, 1, false]);
  for (const asked of [{ folds: 20 }, { pairsPerFold: 2 }]) {
    assert.throws(() => drawn([4, 4], asked), UserError);
  }
  for (const none of [[], [1, 1], [4]]) assert.throws(() => drawn(none), UserError);
});

Deno.test("every identity is as likely in pairs, whatever its number of images", () => {
  const few = identities(2, 2, 2, 2), many = identities(100, 100, 100, 100);
  const one = samplePairList([...few, ...many.map((own) => own.map((i) => i + 8))], {
    folds: 1,
    pairsPerFold: 4,
    seed: 5,
  });
  assert.equal(one.pairs.length, 8);
  let small = 0;
  for (let seed = 0; seed < 400; seed++) {
    const { pairs } = samplePairList([...few, ...many.map((own) => own.map((i) => i + 8))], {
      folds: 1,
      pairsPerFold: 1,
      seed,
    });
    if (pairs[0]!.a < 8) small++;
  }
  // Half of 400, within five standard deviations.
  assert.ok(Math.abs(small - 200) < 50, `${small} of 400`);
});
