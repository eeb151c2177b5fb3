import type { SeenImages } from "../model_file/seen_images.ts";
import type { Catalog } from "../dataset/catalog/catalog.ts";
import type { RowPair } from "../evaluation/scores/score_listed_pairs.ts";
import { message } from "../language/message.ts";
import { UserError } from "../language/user_error.ts";
import { findPairs } from "./pair_lists/find_pairs.ts";
import { excludeSeen, type SeenInTraining } from "./exclude_seen.ts";
import type { PairList } from "./pair_lists/pair_list.ts";

/** What of a folder is measured. */
export interface SelectedImages {
  /** Indices into `catalog.images`, ascending. */
  readonly images: readonly number[];
  /** For each pair of the list, where its pictures are; null where it is left out. */
  readonly pairs?: readonly (RowPair | null)[];
  /** Pictures that the list names and the folder lacks. */
  readonly missing: readonly string[];
  /** Listed pairs left out because training saw a picture of theirs. */
  readonly seenPairs: number;
  /** Null where it is not known what training saw. */
  readonly seen: SeenInTraining | null;
}

/**
 * Chooses the pictures of a folder to measure on: those of a list of pairs or all, without the
 * identities that training saw.
 *
 * @throws {UserError} when nothing is left
 */
export function selectImages(
  catalog: Catalog,
  { list, seen, includeSeen }: {
    list?: PairList;
    seen: SeenImages | null;
    includeSeen: boolean;
  },
): SelectedImages {
  const known = seen && excludeSeen(catalog, seen);
  const all = [...catalog.images.keys()];
  const allowed = known && !includeSeen ? known.unseen : all;
  const seenInTraining = known?.seen ?? null;
  if (!list) {
    if (allowed.length === 0 && all.length > 0) throw allSeen(catalog);
    return { images: allowed, missing: [], seenPairs: 0, seen: seenInTraining };
  }
  const found = findPairs(list.pairs, catalog);
  const present = found.pairs.filter((pair) => pair !== null);
  if (present.length === 0) {
    throw new UserError(
      message`cannot verify the listed pairs: none of ${list.pairs.length} is in "${catalog.root}",
        which lacks "${found.missing[0]!}" for one; check that list and folder belong together`,
    );
  }
  const fit = new Set(allowed);
  const pairs = found.pairs.map((pair) => pair && fit.has(pair.a) && fit.has(pair.b) ? pair : null);
  const kept = pairs.filter((pair) => pair !== null);
  if (kept.length === 0) throw allSeen(catalog);
  return {
    images: [...new Set(kept.flatMap(({ a, b }) => [a, b]))].sort((a, b) => a - b),
    pairs,
    missing: found.missing,
    seenPairs: present.length - kept.length,
    seen: seenInTraining,
  };
}

function allSeen({ root }: Catalog): UserError {
  return new UserError(
    message`cannot measure on "${root}": training saw every identity that is asked for; name a
      folder of other identities, or keep these with --include-seen`,
  );
}
