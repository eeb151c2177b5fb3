import { isAbsolute, relative, resolve } from "node:path";
import { normalize } from "node:path/posix";
import { UserError } from "../../language/user_error.ts";
import type { UserMessage } from "../../language/user_message.ts";
import { datasetMessages as messages } from "../messages.ts";
import type { PartName, SkippedFile } from "./catalog.ts";
import { partNamed } from "./part_names.ts";
import { readLabelRows } from "./read_label_rows.ts";

/** What a csv file says of an image. */
export interface ImageLabel {
  /** The name of its identity. */
  readonly identity: string;
  /** Its part of the split; null if the file gives none. */
  readonly part: PartName | null;
}

interface Row extends ImageLabel {
  /** Its line in the file, from 1. */
  readonly line: number;
  /** The path as it is written. */
  readonly path: string;
  /** True once an image was found at the path. */
  found: boolean;
}

/**
 * The labels of images in a csv file with the columns path, identity and, if there is one, split, which
 * holds train, validation (or val) or test.
 *
 * Columns are found by the names in the first line; other usual names such as filename and label do as
 * well. Without a header, the columns are in this order. Fields are separated by a comma, a semicolon, a
 * tab or a blank, whichever the first line has.
 *
 * Paths count from the root. They may be absolute, have backslashes, or lack the ending of the file; they
 * are compared in Unicode's composed form.
 */
export class LabelTable {
  readonly #rows: ReadonlyMap<string, Row>;
  readonly #root: string;
  readonly #file: string;

  private constructor(file: string, root: string, rows: ReadonlyMap<string, Row>) {
    this.#file = file;
    this.#root = root;
    this.#rows = rows;
  }

  /**
   * Reads a file.
   *
   * @param file the csv file
   * @param root the folder that its paths count from
   * @throws {UserError} if there is no such file, or it is not such a table, with the number of the line
   */
  static async read(file: string, root: string): Promise<LabelTable> {
    const rows = new Map<string, Row>();
    // One string for all images of an identity.
    const identities = new Map<string, string>();
    await readLabelRows(file, ({ line, path, identity: name, split }) => {
      const key = keyOf(path, root);
      if (key === null) return messages.lineOutside({ line, path, root });
      const part = split === null ? null : partNamed(split);
      if (part === undefined) return messages.linePart({ line, split: split! });
      const identity = identities.getOrInsert(name, name);
      const other = rows.get(key);
      if (!other) rows.set(key, { line, path, identity, part, found: false });
      else if (other.identity !== identity) {
        return messages.lineOtherIdentity({
          line,
          path,
          identity,
          before: other.identity,
          lineBefore: other.line,
        });
      } else if (other.part !== part) {
        return messages.lineOtherPart({ line, path, lineBefore: other.line });
      }
      return null;
    });
    return new LabelTable(file, root, rows);
  }

  /**
   * What the file says of an image; undefined if it does not list it.
   *
   * @param path relative to the root, with `/` between its parts
   */
  find(path: string): ImageLabel | undefined {
    const key = composed(path);
    const row = this.#rows.get(key) ?? this.#rows.get(key.replace(/\.[^./]+$/, ""));
    if (row) row.found = true;
    return row;
  }

  /**
   * The listed images that were not found, with the line of each.
   *
   * @throws {UserError} if that is all of them
   */
  missing(): SkippedFile[] {
    const missing = this.#rows.values().filter(({ found }) => !found)
      .map(({ line, path }): SkippedFile => ({ path, reason: messages.listedMissing({ line }) }))
      .toArray();
    if (missing.length < this.#rows.size) return missing;
    const { line, path } = this.#rows.values().next().value!;
    throw this.#refuse(
      messages.noneListed({ count: missing.length, root: this.#root, path, line }),
    );
  }

  #refuse(fault: UserMessage): UserError {
    return new UserError(messages.cannotReadLabels({ file: this.#file, fault }));
  }
}

/** A listed path relative to the root as the table compares it; null if it is outside the root. */
function keyOf(path: string, root: string): string | null {
  const key = normalize(composed(isAbsolute(path) ? relative(resolve(root), path) : path));
  return key === "." || /^(\.\.)?(\/|$)/.test(key) ? null : key;
}

function composed(path: string): string {
  return path.normalize().replaceAll("\\", "/");
}
