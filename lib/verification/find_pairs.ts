import { normalize } from "node:path/posix";
import type { Catalog } from "../dataset/catalog.ts";
import type { RowPair } from "../evaluation/score_listed_pairs.ts";
import type { ListedPair, PictureReference } from "./read_pair_list.ts";

/** Pairs of indices into `catalog.images`, and the pictures that were looked for in vain. */
export interface FoundPairs {
  readonly pairs: readonly RowPair[];
  /** Pairs that were left out because a picture of theirs is missing. */
  readonly missingPairs: number;
  /** The missing pictures as the list names them, each once. */
  readonly missing: readonly string[];
}

/**
 * Finds the pictures of a list of pairs in a catalog.
 *
 * Picture number i of an identity is the file `NAME_000i` of any ending, as Labeled Faces in the Wild
 * names them; where no file of the identity is named so, the i-th of its pictures by path. Names are
 * compared in Unicode's composed form, so that it does not matter which form the file system keeps.
 */
export function findPairs(list: readonly ListedPair[], catalog: Catalog): FoundPairs {
  const find = pictureFinder(catalog);
  const pairs: RowPair[] = [];
  const missing = new Set<string>();
  for (const { same, ...pictures } of list) {
    const a = find(pictures.a), b = find(pictures.b);
    if (a !== undefined && b !== undefined) pairs.push({ a, b, same });
    if (a === undefined) missing.add(describe(pictures.a));
    if (b === undefined) missing.add(describe(pictures.b));
  }
  return { pairs, missingPairs: list.length - pairs.length, missing: [...missing] };
}

function pictureFinder(catalog: Catalog): (reference: PictureReference) => number | undefined {
  const byPath = new Map<string, number>();
  const numbered = new Map<string, Map<number, number>>();
  const inOrder = new Map<string, number[]>();
  catalog.images.forEach(({ path, label }, index) => {
    const identity = catalog.identities[label]!.normalize();
    const composed = path.normalize();
    const name = composed.slice(composed.lastIndexOf("/") + 1);
    const number = name.startsWith(identity) && /^_(\d{4,})\./.exec(name.slice(identity.length));
    byPath.set(composed, index);
    inOrder.getOrInsertComputed(identity, () => []).push(index);
    if (number) {
      numbered.getOrInsertComputed(identity, () => new Map()).set(Number(number[1]), index);
    }
  });
  return (reference) => {
    if ("path" in reference) return byPath.get(normalize(reference.path.normalize()));
    const identity = reference.identity.normalize();
    const numbers = numbered.get(identity);
    return numbers ? numbers.get(reference.number) : inOrder.get(identity)?.[reference.number - 1];
  };
}

function describe(reference: PictureReference): string {
  return "path" in reference ? reference.path : `${reference.identity} ${reference.number}`;
}
