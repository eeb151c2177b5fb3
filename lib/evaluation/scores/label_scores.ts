import { randomStream } from "../../dataset/sampling/random_stream.ts";
import { type SampledPairs, sampleNegatives, samplePositives } from "./sample_pairs.ts";
import {
  comparedRows,
  type Embeddings,
  type JoinedEmbeddings,
} from "../similarities/embeddings.ts";
import type { LabeledScores } from "./pair_scores.ts";
import { requireFiniteEmbeddings } from "../similarities/require_finite_embeddings.ts";
import { sortFloats } from "./sort_floats.ts";
import { countRowPairs } from "./support_of_scores.ts";
import { forEachSimilarity, type SimilarityVisitor } from "../similarities/for_each_similarity.ts";

/** Up to this many pairs of a kind are all kept. */
const MOST_PAIRS = 250_000;

/** Which pairs to keep. */
export interface LabelScoresOptions {
  /** A 32-bit integer that determines the samples. */
  readonly seed: number;
  /** Up to this many pairs of a kind are all kept: 250,000 by default. */
  readonly most?: number;
}

/**
 * Scores the pairs of embeddings and gives their identities.
 *
 * Of more than `most` negative pairs it keeps, in halves of that number, about so many that score
 * highest, so that no small false accept rate is guessed, and a sample of the rest, each pair of which
 * stands for many. Of more than `most` positive pairs it keeps a sample of that many. Samples are
 * uniform and with replacement.
 *
 * @throws {UserError} if an embedding contains NaN or infinity
 */
export function labelScores(
  embeddings: Embeddings | JoinedEmbeddings,
  options: LabelScoresOptions,
): LabeledScores {
  const visitor = labeledScoresVisitor(embeddings, options);
  forEachSimilarity(embeddings, [visitor]);
  return visitor.result();
}

/** Keeps scores with their labels in a pass that computes other metrics too. */
export function labeledScoresVisitor(
  embeddings: Embeddings | JoinedEmbeddings,
  { seed, most = MOST_PAIRS }: LabelScoresOptions,
): SimilarityVisitor<LabeledScores> {
  requireFiniteEmbeddings(embeddings);
  const { labels } = embeddings, compared = comparedRows(embeddings);
  const { positivePairs, negatives: support } = countRowPairs(labels, compared);
  const negativePairs = support.pairs;
  const half = Math.ceil(most / 2);
  const sampledPositives = positivePairs > most
    ? samplePositives(
      { ...embeddings, labels: labels.subarray(0, compared) },
      most,
      randomStream(seed, 0),
    )
    : null;
  const sampledNegatives = negativePairs > most
    ? sampleNegatives(embeddings, half, randomStream(seed, 1))
    : null;
  const cutoff = sampledNegatives
    ? upperQuantile(sampledNegatives.scores, half / negativePairs)
    : -Infinity;
  const positives = new PairList(), negatives = new PairList();
  return {
    visit(row, similarities) {
      const label = labels[row]!;
      for (let k = 0, next = row + 1; k < similarities.length; k++, next++) {
        const other = labels[next]!;
        if (other !== label) {
          if (similarities[k]! > cutoff) negatives.add(similarities[k]!, label, other);
        } else if (!sampledPositives) positives.add(similarities[k]!, label, other);
      }
    },
    result() {
      const same = sampledPositives ?? positives.take(), high = negatives.take();
      const low = sampledNegatives && below(sampledNegatives, cutoff);
      const different = low ? join(high, low) : high;
      return {
        positives: same.scores,
        positiveLabels: same.labels[0],
        ...(sampledPositives && {
          positiveWeights: new Float64Array(most).fill(positivePairs / most),
        }),
        negatives: different.scores,
        negativeLabels: different.labels,
        ...(low && {
          negativeWeights: new Float64Array(different.scores.length).fill(1).fill(
            (negativePairs - high.scores.length) / low.scores.length,
            high.scores.length,
          ),
        }),
        identities: support.identities,
        ...(compared < labels.length && { joined: new Set(labels.subarray(compared)) }),
      };
    },
  };
}

class PairList {
  readonly #scores: number[] = [];
  readonly #labels: [number[], number[]] = [[], []];

  add(score: number, a: number, b: number): void {
    this.#scores.push(score);
    this.#labels[0].push(a);
    this.#labels[1].push(b);
  }

  take(): SampledPairs {
    const [a, b] = this.#labels;
    return {
      scores: Float32Array.from(this.#scores),
      labels: [Int32Array.from(a), Int32Array.from(b)],
    };
  }
}

function upperQuantile(scores: Float32Array, share: number): number {
  const ascending = sortFloats(scores);
  return ascending[Math.floor((1 - share) * ascending.length)]!;
}

function below({ scores, labels: [a, b] }: SampledPairs, cutoff: number): SampledPairs {
  const kept = (_: number, pair: number) => scores[pair]! <= cutoff;
  return { scores: scores.filter(kept), labels: [a.filter(kept), b.filter(kept)] };
}

function join(first: SampledPairs, second: SampledPairs): SampledPairs {
  const labels = (side: 0 | 1) => {
    const whole = new Int32Array(first.scores.length + second.scores.length);
    whole.set(first.labels[side]);
    whole.set(second.labels[side], first.scores.length);
    return whole;
  };
  const scores = new Float32Array(first.scores.length + second.scores.length);
  scores.set(first.scores);
  scores.set(second.scores, first.scores.length);
  return { scores, labels: [labels(0), labels(1)] };
}
