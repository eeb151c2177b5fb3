import { truncateName } from "../../language/truncate_name.ts";
import { UserError } from "../../language/user_error.ts";
import { pairListMessages } from "./messages.ts";
import type { ListedPair, PairList } from "./pair_list.ts";

/**
 * Reads a list of pairs, one per line, with fields separated by tabs (or by blanks if a line has no
 * tab):
 *
 * - `name i j`: images i and j of one identity, as in the `pairs.txt` of Labeled Faces in the Wild
 * - `name1 i name2 j`: images of two identities, as there
 * - `path1 path2 1` or `path1 path2 0`: one identity or two
 *
 * A first line of two numbers, F and N, says that F folds follow, each of N pairs of one identity and
 * N of two; one of a single number, and blank lines, are skipped.
 *
 * @throws {UserError} at the first line in none of these forms, if there is no pair, or if the
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

function fieldsOf(line: string): string[] {
  const separator = line.includes("\t") ? /\t+/ : /\s+/;
  return line.trim().split(separator).map((field) => field.trim()).filter((field) => field !== "");
}

function isNumber(field: string): boolean {
  return /^\d+$/.test(field);
}

function pairOf(fields: readonly string[]): ListedPair | undefined {
  const [one, two, three, four] = fields as [string, string, string, string];
  const image = (identity: string, number: string) => ({ identity, number: Number(number) });
  if (fields.length === 3 && isNumber(two) && isNumber(three)) {
    return { a: image(one, two), b: image(one, three), same: true };
  }
  if (fields.length === 4 && isNumber(two) && isNumber(four)) {
    return { a: image(one, two), b: image(three, four), same: one === three };
  }
  if (fields.length === 3 && (three === "0" || three === "1")) {
    return { a: { path: one }, b: { path: two }, same: three === "1" };
  }
}

function malformed(number: number, line: string): never {
  throw new UserError(
    pairListMessages.listLineWrong({ line: number, found: truncateName(line.trim()) }),
  );
}
