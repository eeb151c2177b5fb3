import { truncateName } from "../../language/truncate_name.ts";
import { UserError } from "../../language/user_error.ts";
import { pairListMessages } from "./messages.ts";
import type { ListedPair, PairList } from "./pair_list.ts";

/** What fields are apart by; the first that gives a line a known form counts. */
const separators: readonly RegExp[] = [/\t+/, /,/, /\s+/];

/**
 * Reads a list of pairs, one per line, with fields separated by tabs, commas or blanks:
 *
 * - `name i j`: images i and j of one identity, as in the `pairs.txt` of Labeled Faces in the Wild
 * - `name1 i name2 j`: images of two identities, as there
 * - `path1 path2 1` or `path1 path2 0`: one identity or two; also `true` or `false`, and also first in
 *   the line, as in VoxCeleb's lists
 *
 * A first line of two numbers, F and N, says that F folds follow, each of N pairs of one identity and
 * N of two. A first line of one number, a first line of names of columns, and blank lines are skipped.
 *
 * @throws {UserError} at the first line in none of these forms, if there is no pair, or if the
 *   first line announces another number of pairs than there are
 */
export function parsePairList(text: string): PairList {
  const pairs: ListedPair[] = [];
  let header: readonly number[] | undefined;
  for (const [index, line] of text.replace(/^\uFEFF/, "").split(/\r\n|\n|\r/).entries()) {
    if (line.trim() === "") continue;
    const pair = parseLine(line);
    if (header === undefined) {
      const numbers = fieldsOf(line, /[\s,]+/);
      header = numbers.length <= 2 && numbers.every(isNumber) ? numbers.map(Number) : [];
      if (header.length > 0 || (!pair && namesColumns(line))) continue;
    }
    pairs.push(pair ?? malformed(index + 1, line));
  }
  if (pairs.length === 0) {
    throw new UserError(pairListMessages.noListedPairs());
  }
  const [folds, perFold] = header ?? [];
  if (folds === undefined || perFold === undefined) return { pairs, folds: 0 };
  const announced = folds * 2 * perFold;
  if (announced === pairs.length) return { pairs, folds };
  throw new UserError(
    pairListMessages.listLengthWrong({ folds, perFold, announced, found: pairs.length }),
  );
}

function parseLine(line: string): ListedPair | undefined {
  for (const separator of separators) {
    const pair = pairOf(fieldsOf(line, separator));
    if (pair) return pair;
  }
}

/** Quotes around a field go, as a spreadsheet writes them; so do empty fields at the end of a line. */
function fieldsOf(line: string, separator: RegExp): string[] {
  return line.trim().replace(/,+$/, "").split(separator)
    .map((field) => field.trim().replace(/^"(.*)"$/, "$1"));
}

function isNumber(field: string): boolean {
  return /^\d+$/.test(field);
}

/** Images have a number or the ending of a file, and labels that are words stand for themselves. */
function namesColumns(line: string): boolean {
  return /[\t,]/.test(line) && !/\.\w|[\\/]/.test(line) && !/[\t,]\s*\d/.test(line);
}

function pairOf(fields: readonly string[]): ListedPair | undefined {
  if (fields.includes("")) return undefined;
  const [one, two, three, four] = fields as [string, string, string, string];
  const image = (identity: string, number: string) => ({ identity, number: Number(number) });
  if (fields.length === 3 && isNumber(two) && isNumber(three)) {
    return { a: image(one, two), b: image(one, three), same: true };
  }
  if (fields.length === 4 && isNumber(two) && isNumber(four)) {
    return { a: image(one, two), b: image(three, four), same: one === three };
  }
  if (fields.length !== 3) return undefined;
  const last = labelOf(three);
  if (last !== undefined) return { a: { path: one }, b: { path: two }, same: last };
  const first = labelOf(one);
  if (first !== undefined) return { a: { path: two }, b: { path: three }, same: first };
}

function labelOf(field: string): boolean | undefined {
  if (/^(1|true)$/i.test(field)) return true;
  if (/^(0|false)$/i.test(field)) return false;
}

function malformed(number: number, line: string): never {
  throw new UserError(
    pairListMessages.listLineWrong({ line: number, found: truncateName(line.trim()) }),
  );
}
