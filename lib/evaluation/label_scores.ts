import { uniformInt } from "pure-rand/distribution/uniformInt";
import type { RandomGenerator } from "pure-rand/types/RandomGenerator";
import { randomStream } from "../dataset/random_stream.ts";
import { cosineSimilarity } from "./cosine_similarity.ts";
import type { Embeddings } from "./embeddings.ts";
import type { LabelledScores } from "./labelled_scores.ts";
import { rowsByIdentity } from "./rows_by_identity.ts";

/** Pairs of a kind that are scored all; of more, a sample of so many. */
const MOST_PAIRS = 1_000_000;

/** Which pairs to score. */
export interface LabelScoresOptions {
  /** A 32-bit integer that a sample is drawn by. */
  readonly seed: number;
  /** Pairs of a kind that are scored all, a million; of more, so many are drawn. */
  readonly most?: number;
}

/**
 * Scores the pairs of embeddings and says whose they are. Where there are more than `most` pairs of a
 * kind, so many are drawn from them, each as likely as any other and with replacement.
 */
export function labelScores(
  embeddings: Embeddings,
  { seed, most = MOST_PAIRS }: LabelScoresOptions,
): LabelledScores {
  const { values, dimension, labels } = embeddings;
  const { rows } = rowsByIdentity(labels);
  const random = randomStream(seed, 0);
  const count = (n: number) => n * (n - 1) / 2;
  const positivePairs = rows.reduce((sum, own) => sum + count(own.length), 0);
  const negativePairs = count(labels.length) - positivePairs;
  const same = positivePairs > most ? drawPositives(rows, most, random) : listPositives(rows);
  const different = negativePairs > most
    ? drawNegatives(labels, most, random)
    : listNegatives(labels);
  const score = ({ a, b }: RowLists) =>
    Float32Array.from(
      a,
      (row, pair) =>
        cosineSimilarity(values, values, dimension, row * dimension, b[pair]! * dimension),
    );
  const labelsOf = (list: Int32Array) => list.map((row) => labels[row]!);
  return {
    positives: score(same),
    negatives: score(different),
    positiveLabels: labelsOf(same.a),
    negativeLabels: [labelsOf(different.a), labelsOf(different.b)],
  };
}

/** Rows of pairs, side by side. */
interface RowLists {
  readonly a: Int32Array;
  readonly b: Int32Array;
}

function listPositives(rows: readonly (readonly number[])[]): RowLists {
  const pairs = rows.flatMap((own) =>
    own.flatMap((a, index) => own.slice(index + 1).map((b) => [a, b] as const))
  );
  return { a: Int32Array.from(pairs, ([a]) => a), b: Int32Array.from(pairs, ([, b]) => b) };
}

function listNegatives(labels: Int32Array): RowLists {
  const a: number[] = [], b: number[] = [];
  labels.forEach((label, row) => {
    for (let other = row + 1; other < labels.length; other++) {
      if (labels[other] === label) continue;
      a.push(row);
      b.push(other);
    }
  });
  return { a: Int32Array.from(a), b: Int32Array.from(b) };
}

function drawNegatives(labels: Int32Array, wanted: number, random: RandomGenerator): RowLists {
  const a = new Int32Array(wanted), b = new Int32Array(wanted);
  for (let pair = 0; pair < wanted;) {
    a[pair] = uniformInt(random, 0, labels.length - 1);
    b[pair] = uniformInt(random, 0, labels.length - 1);
    if (labels[a[pair]!] !== labels[b[pair]!]) pair++;
  }
  return { a, b };
}

function drawPositives(
  rows: readonly (readonly number[])[],
  wanted: number,
  random: RandomGenerator,
): RowLists {
  // A picture and another of its identity: ordered pairs, of which each unordered one has two.
  const queries = rows.filter(({ length }) => length > 1);
  const ends: number[] = [];
  for (const { length } of queries) ends.push((ends.at(-1) ?? 0) + length * (length - 1));
  const a = new Int32Array(wanted), b = new Int32Array(wanted);
  for (let pair = 0; pair < wanted; pair++) {
    const drawn = uniformInt(random, 0, ends.at(-1)! - 1);
    let low = 0, high = ends.length - 1;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (ends[middle]! <= drawn) low = middle + 1;
      else high = middle;
    }
    const own = queries[low]!, place = drawn - (ends[low - 1] ?? 0);
    const first = Math.floor(place / (own.length - 1)), second = place % (own.length - 1);
    a[pair] = own[first]!;
    b[pair] = own[second < first ? second : second + 1]!;
  }
  return { a, b };
}
