import type { SeenImages } from "../model_file/seen_images.ts";
import type { Catalog } from "../dataset/catalog/catalog.ts";
import { countPairs, sizeHistogram } from "../dataset/catalog/count_pairs.ts";
import { independentPairs, supportOfPairs } from "../dataset/estimate/negative_support.ts";
import type { RowPair } from "../evaluation/scores/score_listed_pairs.ts";
import { UserError } from "../language/user_error.ts";
import { verificationMessages } from "./messages.ts";
import { findPairs } from "./pair_lists/find_pairs.ts";
import { excludeSeen, type SeenInTraining } from "./exclude_seen.ts";
import type { PairList } from "./pair_lists/pair_list.ts";
import { type PlannedNegatives, planNegatives } from "./requirements.ts";

/** What of a folder is measured. */
export interface SelectedImages {
  /** Indices into `catalog.images`, ascending. */
  readonly images: readonly number[];
  /** For each pair of the list, where its images are; null if it is left out. */
  readonly pairs?: readonly (RowPair | null)[];
  /** Images that the list names and the folder lacks. */
  readonly missing: readonly string[];
  /** Listed pairs left out because training saw one of their images. */
  readonly seenPairs: number;
  /** Null if it is not known what training saw. */
  readonly seen: SeenInTraining | null;
}

/**
 * Selects the images of a folder to measure on: those of a list of pairs or all, without the
 * identities that training saw.
 *
 * @throws {UserError} if nothing is left
 */
export function selectImages(
  catalog: Catalog,
  { list, seen, nearCopies, includeSeen }: {
    list?: PairList;
    seen: SeenImages | null;
    /** Images that are near copies of what training saw. */
    nearCopies?: ReadonlySet<number>;
    includeSeen: boolean;
  },
): SelectedImages {
  const known = seen && excludeSeen(catalog, seen, nearCopies);
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
    throw new UserError(verificationMessages.listedPairsMissing({
      pairs: list.pairs.length,
      folder: catalog.root,
      missing: found.missing[0]!,
    }));
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
    verificationMessages.allSeen({ folder: root, option: { option: "includeSeen" } }),
  );
}

/** The pairs of one identity and of two among selected images. */
export interface SelectedPairs extends PlannedNegatives {
  /** Pairs of one identity. */
  readonly positivePairs: number;
  /** Pairs of two identities. */
  readonly negativePairs: number;
}

/**
 * Counts the pairs among the selected images, and what the negative ones support. Those of a list with
 * folds count as independent: its authors drew them.
 */
export function countSelectedPairs(
  catalog: { readonly images: readonly { readonly label: number }[] },
  { images, pairs, folds = 0 }: Pick<SelectedImages, "images" | "pairs"> & { folds?: number },
): SelectedPairs {
  const labelOf = (index: number) => catalog.images[index]!.label;
  if (pairs) {
    const count = (same: boolean) => pairs.filter((pair) => pair?.same === same).length;
    const negatives = pairs.filter((pair) => pair?.same === false);
    const support = folds > 0
      ? independentPairs(negatives.length)
      : supportOfPairs(negatives.flatMap((pair) => [labelOf(pair!.a), labelOf(pair!.b)]));
    return {
      positivePairs: count(true),
      negativePairs: negatives.length,
      support,
      identities: null,
    };
  }
  const identities = Map.groupBy(images, labelOf);
  const { positivePairs, negativePairs } = countPairs(
    sizeHistogram(identities.values().map(({ length }) => length)),
  );
  return {
    positivePairs: Number(positivePairs),
    negativePairs: Number(negativePairs),
    ...planNegatives(catalog, images),
  };
}
