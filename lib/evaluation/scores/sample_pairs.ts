import { partitionPoint } from "../../dataset/sampling/partition_point.ts";
import { uniformInt } from "pure-rand/distribution/uniformInt";
import type { RandomGenerator } from "pure-rand/types/RandomGenerator";
import { cosineSimilarity } from "../similarities/cosine_similarity.ts";
import {
  comparedRows,
  type Embeddings,
  type JoinedEmbeddings,
} from "../similarities/embeddings.ts";
import { rowsByIdentity } from "../similarities/rows_by_identity.ts";

/** Scored pairs, and the identities of the two images of each. */
export interface SampledPairs {
  /** Cosine similarities. */
  readonly scores: Float32Array;
  /** The identity of the first and of the second image of each pair. */
  readonly labels: readonly [Int32Array, Int32Array];
}

/** Samples negative pairs, each as likely as any other and with replacement, and scores them. */
export function sampleNegatives(
  embeddings: Embeddings | JoinedEmbeddings,
  count: number,
  random: RandomGenerator,
): SampledPairs {
  const { labels } = embeddings, compared = comparedRows(embeddings);
  const draw = () => uniformInt(random, 0, labels.length - 1);
  return scored(embeddings, count, () => {
    let a = draw(), b = draw();
    while (labels[a] === labels[b] || Math.min(a, b) >= compared) [a, b] = [draw(), draw()];
    return [a, b];
  });
}

/** Samples positive pairs, each as likely as any other and with replacement, and scores them. */
export function samplePositives(
  embeddings: Embeddings,
  count: number,
  random: RandomGenerator,
): SampledPairs {
  const identities = rowsByIdentity(embeddings.labels).rows.filter(({ length }) => length > 1);
  // An image and another of its identity: ordered pairs, of which each unordered one has two.
  const ends: number[] = [];
  for (const { length } of identities) ends.push((ends.at(-1) ?? 0) + length * (length - 1));
  return scored(embeddings, count, () => {
    const drawn = uniformInt(random, 0, ends.at(-1)! - 1);
    const identity = partitionPoint(0, ends.length - 1, (index) => ends[index]! <= drawn);
    const rows = identities[identity]!, place = drawn - (ends[identity - 1] ?? 0);
    const first = Math.floor(place / (rows.length - 1)), second = place % (rows.length - 1);
    return [rows[first]!, rows[second < first ? second : second + 1]!];
  });
}

function scored(
  { values, dimension, labels }: Embeddings,
  count: number,
  draw: () => readonly [a: number, b: number],
): SampledPairs {
  const scores = new Float32Array(count);
  const first = new Int32Array(count), second = new Int32Array(count);
  for (let pair = 0; pair < count; pair++) {
    const [a, b] = draw();
    scores[pair] = cosineSimilarity(values, values, dimension, a * dimension, b * dimension);
    first[pair] = labels[a]!;
    second[pair] = labels[b]!;
  }
  return { scores, labels: [first, second] };
}
