import { message } from "../../language/message.ts";
import { truncateName } from "../../language/truncate_name.ts";
import { UserError } from "../../language/user_error.ts";
import type { ListedPair, PairList } from "./pair_list.ts";

/**
 * Reads a list of pairs, a pair a line, fields apart by tabs (or by blanks, where a line has no tab):
 *
 * - `name i j`: pictures i and j of one identity, as in the `pairs.txt` of Labeled Faces in the Wild
 * - `name1 i name2 j`: pictures of two identities, as there
 * - `path1 path2 1` or `path1 path2 0`: one identity or two
 *
 * A first line of two numbers, F and N, says that F folds follow, each of N pairs of one identity and
 * N of two; one of a single number, and blank lines, are passed over.
 *
 * @throws {UserError} at the first line of none of these forms, when there is no pair, or when the
 *   first line announces another number of pairs than there are
 */
export function parsePairList(text: string): PairList {
  const pairs: ListedPair[] = [];
  let header: readonly number[] | undefined;
  for (const [index, line] of text.replace(/^\uFEFF/, "").split(/\r\n|\n|\r/).entries()) {
    const fields = fieldsOf(line);
    if (fields.length === 0) continue;
    if (header === undefined) {
      const isHeader = fields.length <= 2 && fields.every(isNumber);
      header = isHeader ? fields.map(Number) : [];
      if (isHeader) continue;
    }
    pairs.push(pairOf(fields) ?? malformed(index + 1, line));
  }
  if (pairs.length === 0) {
    throw new UserError(message`cannot read the list of pairs: wanted a pair a line, found none`);
  }
  const [folds, perFold] = header ?? [];
  if (folds === undefined || perFold === undefined) return { pairs, folds: 0 };
  const announced = folds * 2 * perFold;
  if (announced === pairs.length) return { pairs, folds };
  throw new UserError(
    message`cannot read the list of pairs: its first line announces ${folds} folds of 2 x
      ${perFold} pairs, ${announced} in all, found ${pairs.length}; get the list anew, or remove
      that line to measure without folds`,
  );
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
    message`cannot read line ${number} of the list of pairs: wanted "name i j", "name1 i name2 j"
      or "path1 path2 0|1", fields apart by tabs, found "${truncateName(line.trim())}"`,
  );
}
