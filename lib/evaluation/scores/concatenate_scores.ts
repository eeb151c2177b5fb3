import type { LabeledScores, PairScores } from "./pair_scores.ts";

/**
 * The scores of several sets of pairs as those of one set.
 *
 * @param identities how many identities all negative pairs are worth, see `NegativeSupport`
 */
export function concatenateScores(parts: readonly PairScores[], identities?: number): PairScores {
  return {
    ...identities === undefined ? {} : { identities },
    positives: joinFloats(parts.map(({ positives }) => positives)),
    negatives: joinFloats(parts.map(({ negatives }) => negatives)),
  };
}

/** The same of scores with their identities, which keep their labels. All are sampled alike. */
export function concatenateLabeledScores(
  parts: readonly LabeledScores[],
  identities?: number,
): LabeledScores {
  const weights = (kind: "positive" | "negative") =>
    Float64Array.from(
      parts.flatMap(({ [`${kind}s` as const]: scores, [`${kind}Weights` as const]: weights }) =>
        Array.from(scores, (_, pair) => weights?.[pair] ?? 1)
      ),
    );
  const labels = (parts: readonly Int32Array[]) =>
    Int32Array.from(parts.flatMap((part) => [...part]));
  return {
    ...concatenateScores(parts, identities),
    positiveLabels: labels(parts.map(({ positiveLabels }) => positiveLabels)),
    negativeLabels: [
      labels(parts.map(({ negativeLabels: [a] }) => a)),
      labels(parts.map(({ negativeLabels: [, b] }) => b)),
    ],
    positiveWeights: weights("positive"),
    negativeWeights: weights("negative"),
  };
}

function joinFloats(parts: readonly Float32Array[]): Float32Array {
  const whole = new Float32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let start = 0;
  for (const part of parts) {
    whole.set(part, start);
    start += part.length;
  }
  return whole;
}
