import assert from "node:assert/strict";
import { bootstrap } from "../../../lib/evaluation/intervals/bootstrap.ts";
import { bootstrapIntervals } from "../../../lib/evaluation/intervals/bootstrap_intervals.ts";
import { scorePairs } from "../../../lib/evaluation/scores/score_pairs.ts";
import { chooseThreshold } from "../../../lib/evaluation/threshold/calibrate.ts";
import { unitEmbeddings } from "../similarities/unit_embeddings.ts";

const identities = 20, images = 4, replicates = 3_000, far = 0.05;
const labels = Array.from({ length: identities * images }, (_, row) => row % identities);
const embeddings = unitEmbeddings(labels, 5, 3);
const chosen = chooseThreshold(scorePairs(embeddings), far);

/** Pairs with the identities of their images, straight from the definition of the cosine. */
function scoredPairs() {
  const { values, dimension } = embeddings;
  const positives: { own: number; score: number }[] = [];
  const negatives: { a: number; b: number; score: number }[] = [];
  labels.forEach((a, i) =>
    labels.slice(i + 1).forEach((b, offset) => {
      const j = i + 1 + offset;
      let score = 0;
      for (let k = 0; k < dimension; k++) {
        score += values[i * dimension + k]! * values[j * dimension + k]!;
      }
      score = Math.fround(score);
      if (a === b) positives.push({ own: a, score });
      else negatives.push({ a, b, score });
    })
  );
  return { positives, negatives };
}

/** A generator of its own (Lehmer's), so that nothing is shared with the library. */
function lehmer(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = state * 48_271 % 2_147_483_647;
    return Math.floor(state / 2_147_483_647 * below);
  };
}

/** Measures FAR, FRR, AUC and the threshold for `far` on each sample, pair by pair. */
function plainBootstrap() {
  const { positives, negatives } = scoredPairs();
  const { threshold } = chosen;
  const descending = negatives.toSorted((x, y) => y.score - x.score);
  // For AUC: of each positive pair, which negative pairs score lower, as a count by two identities.
  const wins = positives.map(({ score }) => negatives.filter((pair) => pair.score < score));
  const random = lehmer(12_345);
  const measured = { far: [], frr: [], auc: [], threshold: [] } as Record<string, number[]>;
  for (let replicate = 0; replicate < replicates; replicate++) {
    const times = new Array<number>(identities).fill(0);
    for (let i = 0; i < identities; i++) times[random(identities)]!++;
    const weightOf = ({ a, b }: { a: number; b: number }) => times[a]! * times[b]!;
    const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);
    const all = sum(negatives.map(weightOf)), same = sum(positives.map(({ own }) => times[own]!));
    measured.far!.push(
      sum(negatives.filter(({ score }) => score >= threshold).map(weightOf)) / all,
    );
    measured.frr!.push(
      sum(positives.filter(({ score }) => score < threshold).map(({ own }) => times[own]!)) / same,
    );
    if (replicate < 500) {
      const won = positives.map(({ own }, pair) =>
        times[own] === 0 ? 0 : times[own]! * sum(wins[pair]!.map(weightOf))
      );
      measured.auc!.push(sum(won) / all / same);
    }
    let accepted = 0;
    const refused = descending.find((pair) => (accepted += weightOf(pair)) / all > far)!;
    measured.threshold!.push(refused.score);
  }
  return measured;
}

/** The 2.5th and the 97.5th percentile, by rank alone. */
function middle95(values: number[]): [number, number] {
  const ascending = values.toSorted((a, b) => a - b);
  const at = (fraction: number) => ascending[Math.round(fraction * (ascending.length - 1))]!;
  return [at(0.025), at(0.975)];
}

Deno.test("intervals are those of a plain bootstrap with another generator", () => {
  const measured = plainBootstrap();
  const found = bootstrapIntervals(embeddings, {
    seed: 7,
    replicates,
    threshold: chosen.threshold,
  })!;
  const { intervals: [threshold] } = bootstrap(
    embeddings,
    { seed: 7, replicates },
    (sample) => [chosen.policy(sample)],
  )!;
  const intervals = {
    far: found.decided!.far,
    frr: found.decided!.frr,
    auc: found.auc,
    threshold: threshold!,
  };
  // An end is known to about 2 % of the width (5 % for the few samples of AUC). A level of 90 % would
  // bring each end in by 8 % of it.
  for (const [name, [lower, upper]] of Object.entries(intervals)) {
    const [low, high] = middle95(measured[name]!);
    const allowed = 0.045 * (high - low);
    assert.ok(Math.abs(lower - low) < allowed, `${name}: ${lower}, not ${low}`);
    assert.ok(Math.abs(upper - high) < allowed, `${name}: ${upper}, not ${high}`);
  }
});
