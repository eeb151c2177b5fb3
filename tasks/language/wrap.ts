import stringWidth from "string-width";

/**
 * Breaks a text into lines that fit, at blanks and, in scripts without them, between words; never
 * before a mark that ends something, such as 、 or 」. Its own line breaks stay.
 *
 * @param width cells of the terminal that a line may take; a wide character takes two
 */
export function wrap(text: string, width: number): string {
  return text.split("\n").map((line) => wrapLine(line, width)).join("\n");
}

const words = new Intl.Segmenter("ja", { granularity: "word" });

function wrapLine(line: string, width: number): string {
  const lines: string[] = [];
  let current = "";
  for (const piece of unbreakable(line)) {
    if (current !== "" && stringWidth((current + piece).trimEnd()) > width) {
      lines.push(current.trimEnd());
      current = piece.trimStart();
    } else current += piece;
  }
  return [...lines, current.trimEnd()].join("\n");
}

/** The pieces of a line that no break goes through, each with the blanks after it. */
function unbreakable(line: string): string[] {
  const pieces: string[] = [];
  for (const { segment } of words.segment(line)) {
    const before = pieces.at(-1);
    if (before !== undefined && !breaksBetween(before, segment)) {
      pieces[pieces.length - 1] += segment;
    } else pieces.push(segment);
  }
  return pieces;
}

/** A break needs a blank, or a wide character at either side that does not forbid it. */
function breaksBetween(before: string, after: string): boolean {
  if (/^\s/.test(after)) return false;
  if (/\s$/.test(before)) return true;
  if (/^[\p{Pe}\p{Pf}\p{Po}ー〜]/u.test(after) || /[\p{Ps}\p{Pi}]$/u.test(before)) return false;
  return wide.test(before.at(-1)!) || wide.test(after[0]!);
}

const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff00-\uffef]/u;
