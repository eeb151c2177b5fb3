/** Letters that are shown of a name. */
const most = 80;
/** What would move a terminal's cursor, break the line, or turn the direction of reading. */
const unseen = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u202a-\u202e\u2066-\u2069]/gu;

/**
 * A name that comes from a file, as messages show it: one line of letters, cut where it is long. What
 * cannot be seen is shown by its number, such as `\u001b`.
 */
export function shownName(name: string): string {
  const start = name.slice(0, most).replace(
    unseen,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  return name.length > most ? `${start}…` : start;
}
