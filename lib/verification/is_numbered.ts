/**
 * Makes a function that tells names that number the identities of a folder from names of their own: numbers,
 * such as `001`, and a number with the letters that at least half of the names have, such as `s1`, `n000123`
 * or `person_7`. Two folders can have such names in common by chance.
 *
 * @param names of all identities of the folder
 */
export function isNumbered(names: readonly string[]): (name: string) => boolean {
  const stemOf = (name: string) =>
    name.replaceAll(/[\p{Number}\p{Punctuation}\p{Separator}]+/gu, "");
  const counts = new Map<string, number>();
  for (const stem of names.map(stemOf)) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  return (name) => {
    if (!/\p{Number}/u.test(name)) return false;
    const stem = stemOf(name);
    return stem === "" || counts.get(stem)! >= Math.max(2, names.length / 2);
  };
}
