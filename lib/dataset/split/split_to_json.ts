import type { Catalog } from "../catalog/catalog.ts";
import type { Split } from "./split.ts";

/**
 * A split with the names of identities in place of labels, to be saved with a run: names stay what
 * they are when the folder grows.
 */
export function splitToJson(
  split: Split,
  catalog: Catalog,
): Record<keyof Split, string[]> {
  const names = (labels: readonly number[]) => labels.map((label) => catalog.identities[label]!);
  return {
    train: names(split.train),
    validation: names(split.validation),
    test: names(split.test),
  };
}
