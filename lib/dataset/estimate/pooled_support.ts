import { type NegativeSupport, negativeSupport, type PairsOfIdentity } from "./negative_support.ts";

/** Images that a model compares, by the labels of their identities. */
export interface ComparedLabels {
  /** Of images that are compared with all others. */
  readonly labels: ArrayLike<number>;
  /** Of images of other identities, which are not compared with each other. */
  readonly joined: ArrayLike<number>;
}

/**
 * What the negative pairs of several models support together, where an identity can be with more than one
 * of them.
 */
export function pooledSupport(models: readonly ComparedLabels[]): NegativeSupport {
  const pairsOf = new Map<number, number>();
  const add = (labels: ArrayLike<number>, others: (images: number) => number) => {
    const sizes = Map.groupBy(Array.from(labels), (label) => label);
    for (const [label, { length }] of sizes) {
      pairsOf.set(label, (pairsOf.get(label) ?? 0) + length * others(length));
    }
  };
  for (const { labels, joined } of models) {
    add(labels, (own) => labels.length - own + joined.length);
    add(joined, () => labels.length);
  }
  return negativeSupport(pairsOf.values().map((pairs): PairsOfIdentity => [pairs, 1]));
}
