import type { PartName } from "./catalog.ts";

const names: ReadonlyMap<string, PartName> = new Map([
  ["train", "train"],
  ["training", "train"],
  ["val", "validation"],
  ["valid", "validation"],
  ["validation", "validation"],
  ["test", "test"],
  ["testing", "test"],
]);

/** The part of a split that a text names, such as `val`, in any case; undefined if it names none. */
export function partNamed(text: string): PartName | undefined {
  return names.get(text.trim().toLowerCase());
}

/**
 * The part that each folder of a root is for, where the root holds the parts of a split and no folder
 * besides: one to train on, and one or two others. Null where it does not.
 */
export function partFolders(folders: readonly string[]): ReadonlyMap<string, PartName> | null {
  const parts = new Map(folders.map((name) => [name, partNamed(name)] as const));
  const found = new Set(parts.values());
  const isSplit = found.size === folders.length && found.size > 1 && found.has("train") &&
    !found.has(undefined);
  return isSplit ? parts as Map<string, PartName> : null;
}
