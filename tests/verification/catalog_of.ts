import type { Catalog } from "../../lib/dataset/catalog/catalog.ts";

/** A catalog of images at these paths, which are not there. */
export function catalogOf(...paths: string[]): Catalog {
  const identities = [...new Set(paths.map((path) => path.split("/")[0]!))].sort();
  return {
    root: "/pictures",
    identities,
    images: paths.sort().map((path) => ({
      path,
      label: identities.indexOf(path.split("/")[0]!),
      bytes: 1,
      hash: path,
      width: 20,
      height: 20,
      format: "jpeg",
    })),
    parts: null,
    leftOut: [],
    duplicates: [],
    conflicts: [],
    notes: [],
    hash: "",
  };
}
