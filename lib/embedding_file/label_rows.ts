import type { EmbeddingTable } from "./embedding_table.ts";

/**
 * Numbers identities by their names, sorted by code unit.
 *
 * @param names `[n]`: the identity of each row
 */
export function labelRows(
  names: readonly string[],
): Pick<EmbeddingTable, "labels" | "identities"> {
  const identities = [...new Set(names)].sort();
  const labelOf = new Map(identities.map((name, label) => [name, label]));
  return { identities, labels: Int32Array.from(names, (name) => labelOf.get(name)!) };
}
