import type { Catalog } from "./catalog.ts";

/**
 * Gathers the images of some identities.
 *
 * @param labels which identities; all of the catalog when left out
 * @returns for each label, in the order given, indices into `catalog.images`
 */
export function imagesByIdentity(
  catalog: Catalog,
  labels: readonly number[] = catalog.identities.keys().toArray(),
): number[][] {
  const groups = new Map<number, number[]>(labels.map((label) => [label, []]));
  catalog.images.forEach(({ label }, index) => groups.get(label)?.push(index));
  return labels.map((label) => groups.get(label)!);
}
