import type { Catalog } from "./catalog.ts";

/**
 * Groups the images of a catalog by identity.
 *
 * @param labels which identities; by default all
 * @returns for each label, in their order, indices into `catalog.images`
 */
export function imagesByIdentity(
  catalog: Catalog,
  labels: readonly number[] = catalog.identities.keys().toArray(),
): number[][] {
  const groups = new Map<number, number[]>(labels.map((label) => [label, []]));
  catalog.images.forEach(({ label }, index) => groups.get(label)?.push(index));
  return labels.map((label) => groups.get(label)!);
}
