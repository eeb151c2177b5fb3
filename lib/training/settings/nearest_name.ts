import { distance } from "fastest-levenshtein";

/** At most this fraction of a name's letters can be wrong. */
const mostWrong = 0.5;
/** Letters that are compared. */
const longest = 80;

/**
 * The known name that an unknown one most likely stands for, by Levenshtein distance. Case, blanks,
 * hyphens and underscores do not count.
 *
 * @returns null where no name is near
 */
export function nearestName(name: unknown, known: readonly string[]): string | null {
  if (typeof name !== "string") return null;
  const plain = (text: string) => text.slice(0, longest).toLowerCase().replaceAll(/[-_ ]/g, "");
  const [nearest] = known
    .map((other) => ({ other, wrong: distance(plain(name), plain(other)) }))
    .filter(({ other, wrong }) =>
      wrong <= mostWrong * Math.max(plain(name).length, plain(other).length)
    )
    .sort((one, other) => one.wrong - other.wrong);
  return nearest?.other ?? null;
}
