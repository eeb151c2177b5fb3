/** More pictures would make thumbnails too small to tell apart. */
const mostPictures = 300;
/** Of an identity that is shown, so many at least where it has them: a group is to be seen as one. */
const fewestOfIdentity = 5;

/**
 * Chooses pictures for a map: all where they are few; else identities evenly from all, and as many of
 * each as there is room for.
 *
 * @param labels `[n]`: the identity of each row
 * @returns rows, those of an identity together
 */
export function selectMappedImages(labels: ArrayLike<number>): number[] {
  const groups = [...Map.groupBy(Array.from(labels).keys(), (row) => labels[row]!).values()];
  const shown = evenly(groups, Math.floor(mostPictures / fewestOfIdentity));
  // Rounds of one picture each, until there is no room for another round.
  let of = 1;
  const sizeOf = (of: number) => shown.reduce((sum, rows) => sum + Math.min(of, rows.length), 0);
  while (of < labels.length && sizeOf(of + 1) <= mostPictures) of++;
  return shown.flatMap((rows) => evenly(rows, of));
}

/** At most `count` items, the same way apart. */
function evenly<T>(items: readonly T[], count: number): T[] {
  if (items.length <= count) return [...items];
  return Array.from({ length: count }, (_, i) => items[Math.floor(i * items.length / count)]!);
}
