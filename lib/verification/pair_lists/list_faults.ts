import type { RowPair } from "../../evaluation/scores/score_listed_pairs.ts";

/** Lines of a list of pairs that distort what is measured on it. */
export interface ListFaults {
  /** Lines that name one image twice. */
  readonly self: number;
  /** Lines that say again what an earlier line says, in the same order of the images. */
  readonly repeated: number;
  /** Lines that say it again with the images the other way round. */
  readonly mirrored: number;
  /** Lines that say of two images the contrary of an earlier line. */
  readonly contradictory: number;
}

/** Counts the lines of a list that distort what is measured on it; a line counts once. */
export function findListFaults(pairs: readonly (RowPair | null)[]): ListFaults {
  const faults = { self: 0, repeated: 0, mirrored: 0, contradictory: 0 };
  const known = new Map<string, RowPair>();
  for (const pair of pairs) {
    if (!pair) continue;
    const { a, b, same } = pair;
    const key = a < b ? `${a} ${b}` : `${b} ${a}`;
    const earlier = known.get(key);
    if (a === b) faults.self++;
    else if (!earlier) known.set(key, pair);
    else if (earlier.same !== same) faults.contradictory++;
    else if (earlier.a === a) faults.repeated++;
    else faults.mirrored++;
  }
  return faults;
}
