import assert from "node:assert/strict";
import fc from "fast-check";
import { cosineSimilarity } from "../../../lib/evaluation/similarities/cosine_similarity.ts";
import { scoreEnrolled } from "../../../lib/evaluation/scores/score_enrolled.ts";
import { scoreListedPairs } from "../../../lib/evaluation/scores/score_listed_pairs.ts";
import { pairScoresVisitor, scorePairs } from "../../../lib/evaluation/scores/score_pairs.ts";
import {
  forEachSimilarity,
  type SimilarityVisitor,
} from "../../../lib/evaluation/similarities/for_each_similarity.ts";
import { forEachSimilarityInParallel } from "../../../lib/evaluation/similarities/for_each_similarity_in_parallel.ts";
import {
  type Embeddings,
  joinEmbeddings,
} from "../../../lib/evaluation/similarities/embeddings.ts";
import { needs } from "../../needs.ts";
import { unitEmbeddings } from "./unit_embeddings.ts";

Deno.test("a pair scores the same to the bit wherever it is scored", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 150 }),
      fc.integer({ min: 1, max: 70 }),
      fc.nat(),
      (n, dimension, seed) => {
        const embeddings = unitEmbeddings(new Array(n).fill(0), dimension, seed);
        const { values } = embeddings;
        let pairs = 0;
        forEachSimilarity(embeddings, [{
          visit(row, similarities) {
            similarities.forEach((similarity, k) => {
              const other = row + 1 + k;
              const alone = cosineSimilarity(
                values.slice(row * dimension, (row + 1) * dimension),
                values,
                dimension,
                0,
                other * dimension,
              );
              assert.equal(similarity, alone);
              pairs++;
            });
          },
          result() {},
        }]);
        assert.equal(pairs, n * (n - 1) / 2);
      },
    ),
    { seed: 1, numRuns: 30 },
  );
});

Deno.test("the kernel of WebAssembly scores pairs to the bit as the definition does", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 256, max: 400 }),
      fc.integer({ min: 1, max: 40 }),
      fc.nat(),
      (n, dimension, seed) => {
        const embeddings = unitEmbeddings(new Array(n).fill(0), dimension, seed);
        let wrong = 0;
        forEachSimilarity(embeddings, [scoresApart(embeddings, (apart) => wrong += +(apart > 0))]);
        assert.equal(wrong, 0);
      },
    ),
    { seed: 1, numRuns: 10 },
  );
});

Deno.test("sums in single precision are off by less than 2e-6", () => {
  const labels = Array.from({ length: 300 }, (_, row) => row % 30);
  const embeddings = unitEmbeddings(labels, 512, 1);
  let most = 0;
  const apart = scoresApart(embeddings, (apart) => most = Math.max(most, apart));
  forEachSimilarity(embeddings, [apart], "single");
  assert.ok(most > 0 && most < 2e-6, `${most}`);
});

/** Shows how far each similarity is from that of the definition. */
function scoresApart(
  { values, dimension }: Embeddings,
  show: (apart: number) => void,
): SimilarityVisitor<void> {
  return {
    visit(row, similarities) {
      similarities.forEach((similarity, k) => {
        const a = row * dimension, b = (row + 1 + k) * dimension;
        show(Math.abs(similarity - cosineSimilarity(values, values, dimension, a, b)));
      });
    },
    result() {},
  };
}

Deno.test("identities enrolled in turn score as the list of their pairs does", () => {
  const labels = [0, 2, 0, 1, 2, 2, 0, 5, 1, 2, 0];
  const embeddings = unitEmbeddings(labels, 7, 4);
  for (const label of [0, 1, 2, 5]) {
    const pairs = labels.flatMap((own, a) =>
      labels.flatMap((other, b) =>
        own === label && (other !== label || b > a) ? [{ a, b, same: own === other }] : []
      )
    );
    const { identities: _, ...listed } = scoreListedPairs(embeddings, pairs);
    assert.deepEqual(scoreEnrolled(embeddings, label), listed);
  }
  const none = scoreEnrolled(embeddings, 9);
  assert.deepEqual([none.positives.length, none.negatives.length], [0, 0]);
});

Deno.test("rows that join in are compared with the others, but not with each other", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 150 }), fc.nat(150), (rows, joining) => {
      const labels = (count: number, from: number) =>
        Array.from({ length: count }, (_, row) => from + row % 7);
      const own = unitEmbeddings(labels(rows, 0), 3, 1);
      const others = unitEmbeddings(labels(joining, 100), 3, 2);
      const both = joinEmbeddings(own, others);
      const pairs = both.labels.values().toArray().flatMap((a, i) =>
        both.labels.values().toArray().flatMap((b, j) =>
          i < j && i < rows ? [{ a: i, b: j, same: a === b }] : []
        )
      );
      const listed = scoreListedPairs(both, pairs), scored = scorePairs(both);
      assert.deepEqual(scored.positives, listed.positives);
      assert.deepEqual(scored.negatives, listed.negatives);
      assert.ok(Math.abs(scored.identities! - listed.identities!) < 1e-6);
    }),
    { seed: 1, numRuns: 12 },
  );
});

Deno.test({
  name: "workers score as one thread does, in the same order",
  ...needs({ read: true }),
  async fn() {
    const labels = Array.from({ length: 2_111 }, (_, row) => row % 300);
    const embeddings = unitEmbeddings(labels, 3, 1);
    const joined = joinEmbeddings(
      unitEmbeddings(labels.slice(0, 99), 3, 1),
      unitEmbeddings(labels.map((label) => label + 300), 3, 2),
    );
    const few = scorePairs(joined), shared = pairScoresVisitor(joined);
    await forEachSimilarityInParallel(joined, [shared], { workers: 2 });
    assert.deepEqual(shared.result(), few);
    const alone = pairScoresVisitor(embeddings);
    forEachSimilarity(embeddings, [alone]);
    const together = pairScoresVisitor(embeddings);
    const done: number[] = [];
    await forEachSimilarityInParallel(embeddings, [together], {
      workers: 3,
      onProgress: (rows, total) => {
        assert.equal(total, 2_111);
        done.push(rows);
      },
    });
    assert.deepEqual(together.result(), alone.result());
    assert.equal(done.at(-1), 2_111);
  },
});
