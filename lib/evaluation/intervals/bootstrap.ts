import { randomStream } from "../../dataset/sampling/random_stream.ts";
import { labelScores } from "../scores/label_scores.ts";
import type { LabeledScores } from "../scores/pair_scores.ts";
import type { SortedScores } from "../scores/sort_scores.ts";
import type { Embeddings } from "../similarities/embeddings.ts";
import type { Spread } from "./confidence_interval.ts";
import { resampleIdentities } from "./resample_identities.ts";

/** How to resample. */
export interface ResampleOptions {
  /** A 32-bit integer. The samples depend on it alone. */
  readonly seed: number;
  /** How many samples of identities are taken: 1,000 by default. */
  readonly replicates?: number;
  /** Called after each sample with the number of those done, and how many there are. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** What the bootstrap gives. */
export interface BootstrapResult {
  /** Each statistic and how far it scatters, in the order in which it was measured: see `rateInterval`. */
  readonly spreads: readonly Spread[];
  /** How many samples of identities were taken. */
  readonly replicates: number;
  /** How many identities there are. */
  readonly identities: number;
}

/**
 * Standard errors by the bootstrap over identities (Efron): as many identities as there are, sampled with
 * replacement, many times, and each statistic measured on each sample. Pairs share images and identities,
 * so a bootstrap over pairs would give far too small ones. Where a list's pairs fall into groups that
 * share no identity, it is the groups that are sampled: see `resampledUnits`.
 *
 * If an identity was sampled m times, each of its positive pairs counts m times, and each negative
 * pair with another that was sampled k times counts m·k times. Two copies of one identity make no
 * pair: as a negative pair it would be wrong, and as a positive pair it would compare images with
 * themselves. So that negative pairs do not become fewer on average, each counts n / (n - 1) times
 * more, with n identities. The samples scatter less than samples of new identities would, by
 * √((n - 1) / n), which the standard error makes up for.
 *
 * Of embeddings with more than 250,000 pairs of a kind, a sample of that many stands for all: see
 * `labelScores`, which keeps the negative pairs with the highest scores.
 *
 * @param source embeddings, of which all pairs are taken, or scores with the identities of their pairs
 * @param measure measures the same number of statistics, first on all scores and then on each sample
 * @returns null if there are fewer than three identities, or hardly a sample has pairs of both kinds
 * @throws {UserError} if there is no positive pair, no negative pair, or a score is not a number
 */
export function bootstrap(
  source: Embeddings | LabeledScores,
  { seed, replicates = 1_000, onProgress }: ResampleOptions,
  measure: (sample: SortedScores) => readonly number[],
): BootstrapResult | null {
  const scores = "labels" in source ? labelScores(source, { seed }) : source;
  const { identities, units, whole, sample } = resampleIdentities(scores, randomStream(seed, 1));
  if (units < 3) return null;
  const measured = measure(whole).map((estimate) => ({
    estimate,
    values: new Float64Array(replicates),
  }));
  for (let replicate = 0; replicate < replicates; replicate++) {
    const resampled = sample();
    if (resampled === null) return null;
    for (const [index, value] of measure(resampled).entries()) {
      measured[index]!.values[replicate] = value;
    }
    onProgress?.(replicate + 1, replicates);
  }
  return {
    spreads: measured.map(({ estimate, values }) => ({
      estimate,
      standardError: Math.sqrt(units / (units - 1) * variance(values)),
      units,
    })),
    replicates,
    identities,
  };
}

function variance(values: Float64Array): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1);
}
