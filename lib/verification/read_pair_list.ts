import { UserError } from "../user_error.ts";

/** A picture as a list of pairs names it: by its path, or as an identity's picture number, from 1. */
export type PictureReference =
  | { readonly path: string }
  | { readonly identity: string; readonly number: number };

/** Two pictures and whether they show one identity. */
export interface ListedPair {
  readonly a: PictureReference;
  readonly b: PictureReference;
  readonly same: boolean;
}

/**
 * Reads a list of pairs, a pair a line, fields apart by tabs (or by blanks, where a line has no tab):
 *
 * - `name i j`: pictures i and j of one identity, as in the `pairs.txt` of Labeled Faces in the Wild
 * - `name1 i name2 j`: pictures of two identities, as there
 * - `path1 path2 1` or `path1 path2 0`: one identity or two
 *
 * A first line of one or two numbers (folds, pairs a fold) and blank lines are passed over.
 *
 * @throws {UserError} at the first line of none of these forms, or when there is no pair
 */
export function readPairList(text: string): ListedPair[] {
  const pairs: ListedPair[] = [];
  let first = true;
  for (const [index, line] of text.replace(/^\uFEFF/, "").split(/\r\n|\n|\r/).entries()) {
    const fields = fieldsOf(line);
    if (fields.length === 0) continue;
    const header = first && fields.length <= 2 && fields.every(isNumber);
    first = false;
    if (!header) pairs.push(pairOf(fields) ?? malformed(index + 1, line));
  }
  if (pairs.length === 0) {
    throw new UserError("cannot read the list of pairs: wanted a pair a line, found none");
  }
  return pairs;
}

function fieldsOf(line: string): string[] {
  const separator = line.includes("\t") ? /\t+/ : /\s+/;
  return line.trim().split(separator).map((field) => field.trim()).filter((field) => field !== "");
}

function isNumber(field: string): boolean {
  return /^\d+$/.test(field);
}

function pairOf(fields: readonly string[]): ListedPair | undefined {
  const [one, two, three, four] = fields as [string, string, string, string];
  const picture = (identity: string, number: string) => ({ identity, number: Number(number) });
  if (fields.length === 3 && isNumber(two) && isNumber(three)) {
    return { a: picture(one, two), b: picture(one, three), same: true };
  }
  if (fields.length === 4 && isNumber(two) && isNumber(four)) {
    return { a: picture(one, two), b: picture(three, four), same: one === three };
  }
  if (fields.length === 3 && (three === "0" || three === "1")) {
    return { a: { path: one }, b: { path: two }, same: three === "1" };
  }
}

function malformed(number: number, line: string): never {
  throw new UserError(
    `cannot read line ${number} of the list of pairs: wanted "name i j", "name1 i name2 j" or ` +
      `"path1 path2 0|1", fields apart by tabs, found "${line.trim().slice(0, 80)}"`,
  );
}
