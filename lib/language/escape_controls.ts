/** What would move a terminal's cursor, break the line, or turn the direction of reading. */
const unseen = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u202a-\u202e\u2066-\u2069]/gu;

/**
 * A text that may hold names from elsewhere, as one line that a terminal shows and does not obey: what
 * cannot be seen is shown by its number, such as `\u001b`.
 */
export function escapeControls(text: string): string {
  return text.replace(
    unseen,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}
