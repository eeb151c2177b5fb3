import { join } from "node:path";
import { UserError } from "../language/user_error.ts";
import { modelFileMessages } from "./messages.ts";
import { ifExists } from "../io/if_exists.ts";
import { readBoundedText } from "../io/read_bounded_text.ts";
import { writeAtomically } from "../io/write_atomically.ts";

/** The file of a run that records what it saw. */
const seenFile = "seen.txt";
/** Digits of a hash that are kept: among two million images, two share them with a probability of 1e-7. */
const digits = 16;
const line = new RegExp(`^[0-9a-f]{${digits}}\n$`);
/** Bytes that are read: those of fifteen million images. */
const mostBytes = 2 ** 28;

/**
 * The images that a run trained on, or chose its epoch and threshold by: it must not be measured on
 * them. They are known by their content, so a renamed copy is known too.
 */
export class SeenImages {
  readonly #hashes: ReadonlySet<string>;

  /**
   * Makes a set.
   *
   * @param hashes SHA-256 of each file's content in hexadecimal digits, as in a catalog
   */
  constructor(hashes: Iterable<string>) {
    this.#hashes = new Set(Iterator.from(hashes).map((hash) => hash.slice(0, digits)));
  }

  /** True for the hash of an image that was seen. */
  has(hash: string): boolean {
    return this.#hashes.has(hash.slice(0, digits));
  }

  /** Writes a run's `seen.txt`: the first 16 digits of each hash, a line each, in order. */
  async write(run: string): Promise<void> {
    const text = [...this.#hashes].sort().map((hash) => `${hash}\n`).join("");
    await writeAtomically(join(run, seenFile), text);
  }

  /**
   * Reads what a run saw.
   *
   * @returns null if the run does not record it, as runs of early versions
   * @throws {UserError} if its file is damaged
   */
  static async read(run: string): Promise<SeenImages | null> {
    const path = join(run, seenFile);
    const text = await ifExists(readBoundedText(path, mostBytes));
    if (text === null) return null;
    if (linesOf(text).every((part) => line.test(part))) return new SeenImages(linesOf(text));
    throw new UserError(modelFileMessages.seenDamaged({ digits, path }));
  }
}

/** Parts of the length that every line has, one by one: a damaged file may have many million. */
function* linesOf(text: string): Generator<string, void> {
  const length = digits + 1;
  for (let begin = 0; begin < text.length; begin += length) yield text.slice(begin, begin + length);
}
