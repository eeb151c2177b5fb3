import assert from "node:assert/strict";
import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { bootstrap } from "../../../lib/evaluation/intervals/bootstrap.ts";
import type { LabeledScores } from "../../../lib/evaluation/scores/pair_scores.ts";
import { rocPointAt } from "../../../lib/evaluation/scores/threshold_search.ts";

const identities = 60, pairsOfEach = 4, sets = 500;
const random = xoroshiro128plus(5);

/** Box and Muller's. */
function normal(): number {
  const radius = Math.sqrt(-2 * Math.log(1 - uniformFloat64(random)));
  return radius * Math.cos(2 * Math.PI * uniformFloat64(random));
}

/**
 * Scores of identities that differ from each other: half of the variance of positive pairs, and a
 * third of that of negative pairs for each of the two identities, is between identities.
 */
function scoresOfNewIdentities(): LabeledScores {
  const ease = Array.from({ length: identities }, normal);
  const likeness = Array.from({ length: identities }, normal);
  const positiveLabels = Int32Array.from(
    { length: identities * pairsOfEach },
    (_, pair) => pair % identities,
  );
  const a: number[] = [], b: number[] = [];
  for (let one = 0; one < identities; one++) {
    for (let other = one + 1; other < identities; other++) {
      a.push(one);
      b.push(other);
    }
  }
  return {
    positives: Float32Array.from(
      positiveLabels,
      (label) => Math.SQRT1_2 * ease[label]! + Math.SQRT1_2 * normal(),
    ),
    positiveLabels,
    negatives: Float32Array.from(
      a,
      (one, pair) => (likeness[one]! + likeness[b[pair]!]! + normal()) / Math.sqrt(3),
    ),
    negativeLabels: [Int32Array.from(a), Int32Array.from(b)],
  };
}

Deno.test("a 95 % interval holds the true rate in about 95 of 100 measurements", () => {
  // Of a standard normal variable, 0.2 lies below the first and 0.8 below the second.
  const [rejecting, accepting] = [-0.841621, 0.841621], rate = 0.2;
  const covered = { frr: 0, far: 0 };
  for (let set = 0; set < sets; set++) {
    const { intervals: [frr, far] } = bootstrap(
      scoresOfNewIdentities(),
      { seed: set, replicates: 200 },
      (sample) => [rocPointAt(sample, rejecting).frr, rocPointAt(sample, accepting).far],
    )!;
    if (frr![0] <= rate && rate <= frr![1]) covered.frr++;
    if (far![0] <= rate && rate <= far![1]) covered.far++;
  }
  // 500 measurements tell a fraction of 0.95 to 0.01. The percentile method is a little narrow for 60
  // identities; a level of 90 % would cover less than 0.9.
  for (const [name, count] of Object.entries(covered)) {
    const fraction = count / sets;
    assert.ok(fraction > 0.915 && fraction < 0.97, `${name}: ${fraction}`);
  }
});
