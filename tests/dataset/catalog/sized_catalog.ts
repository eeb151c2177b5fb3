import type { Catalog } from "../../../lib/dataset/catalog/catalog.ts";

/** A catalog of identities with so many images each, which are not there. */
export function sizedCatalog(sizes: readonly number[]): Catalog {
  const identities = sizes.map((_, label) => `人${String(label).padStart(6, "0")}`);
  const images = sizes.flatMap((size, label) =>
    Array.from({ length: size }, (_, i) => ({
      path: `${identities[label]}/${i}.png`,
      label,
      bytes: 1,
      hash: `${label}-${i}`,
      width: 16,
      height: 16,
      format: "png" as const,
    }))
  );
  return {
    root: "/faces",
    identities,
    images,
    parts: null,
    leftOut: [],
    duplicates: [],
    conflicts: [],
    notes: [],
    hash: "",
  };
}
