import type { ListedPair, PairList } from "./pair_list.ts";

/**
 * A list of pairs as text, with fields separated by tabs: what `parsePairList` reads back as it was. The two
 * images of a pair are both named by path, or both by number.
 *
 * @throws {RangeError} if they are not
 */
export function formatPairList({ pairs, folds }: PairList): string {
  const header = folds > 0 ? [[folds, pairs.length / folds / 2]] : [];
  return [...header, ...pairs.map(fieldsOf)].map((fields) => fields.join("\t") + "\n").join("");
}

function fieldsOf({ a, b, same }: ListedPair): (string | number)[] {
  if ("path" in a && "path" in b) return [a.path, b.path, same ? 1 : 0];
  if ("number" in a && "number" in b) {
    return same ? [a.identity, a.number, b.number] : [a.identity, a.number, b.identity, b.number];
  }
  throw new RangeError("cannot write a pair: one image is named by path, the other by number");
}
