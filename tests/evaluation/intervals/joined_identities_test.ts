import assert from "node:assert/strict";
import { bootstrap } from "../../../lib/evaluation/intervals/bootstrap.ts";
import { labelScores } from "../../../lib/evaluation/scores/label_scores.ts";
import { joinEmbeddings } from "../../../lib/evaluation/similarities/embeddings.ts";
import { thresholdAtFar } from "../../../lib/evaluation/threshold/calibrate.ts";
import { unitEmbeddings } from "../similarities/unit_embeddings.ts";

const own = 12, joining = 25, replicates = 2_000, far = 0.05;
const labels = (identities: number, from: number) =>
  Array.from({ length: 3 * identities }, (_, row) => from + row % identities);
const embeddings = joinEmbeddings(
  unitEmbeddings(labels(own, 0), 5, 1),
  unitEmbeddings(labels(joining, own), 5, 2),
);

/** The pair that the threshold lies above, on each sample of either group on its own, pair by pair. */
function plainBootstrap(): number[] {
  const { values, dimension } = embeddings;
  const pairs: { a: number; b: number; score: number }[] = [];
  embeddings.labels.forEach((a, i) =>
    embeddings.labels.forEach((b, j) => {
      if (i >= j || a === b || a >= own) return;
      let score = 0;
      for (let k = 0; k < dimension; k++) {
        score += values[i * dimension + k]! * values[j * dimension + k]!;
      }
      pairs.push({ a, b, score });
    })
  );
  pairs.sort((x, y) => y.score - x.score);
  // A generator of its own (Lehmer's), so that nothing is shared with the library.
  let state = 4_321;
  const random = (below: number) => {
    state = state * 48_271 % 2_147_483_647;
    return Math.floor(state / 2_147_483_647 * below);
  };
  return Array.from({ length: replicates }, () => {
    const times = new Array<number>(own + joining).fill(0);
    for (let i = 0; i < own; i++) times[random(own)]!++;
    for (let i = 0; i < joining; i++) times[own + random(joining)]!++;
    const weightOf = ({ a, b }: { a: number; b: number }) =>
      times[a]! * times[b]! * (b < own ? own / (own - 1) : 1);
    const all = pairs.reduce((sum, pair) => sum + weightOf(pair), 0);
    let accepted = 0;
    return pairs.find((pair) => (accepted += weightOf(pair)) / all > far)!.score;
  });
}

Deno.test("identities that join in are resampled on their own", () => {
  const plain = plainBootstrap(), policy = thresholdAtFar(far);
  const { spreads: [spread], identities } = bootstrap(
    labelScores(embeddings, { seed: 7 }),
    { seed: 7, replicates },
    (sample) => [policy(sample)],
  )!;
  assert.equal(identities, own);
  const mean = plain.reduce((sum, threshold) => sum + threshold, 0) / replicates;
  const squares = plain.reduce((sum, threshold) => sum + (threshold - mean) ** 2, 0);
  const expected = Math.sqrt(squares / (replicates - 1) * own / (own - 1));
  const { standardError } = spread!;
  assert.ok(Math.abs(standardError / expected - 1) < 0.06, `${standardError}, not ${expected}`);
});
