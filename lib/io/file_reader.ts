import { readWholeFile } from "./read_whole_file.ts";

/** Longer files take their time anyway: another thread reads each. */
const maxAtOnce = 2 ** 16;
/** A file of that length takes a tenth of it where the system has it in memory. */
const patience = 0.1; // milliseconds
/** Files to read side by side after one that was slow, before the next is read at once again. */
const sideBySide = 16;
/** Longer files are read one by one: sixteen at a time would fill the memory. */
const maxBeside = 4 * 2 ** 20;
/** Files to read at once before the event loop gets its turn: a few milliseconds. */
const betweenTurns = 256;

/**
 * Reads whole files, many and mostly small ones.
 *
 * Where the system has a small file in memory, reading it takes less time than handing it to another
 * thread, so that such files are read at once. After a file that was slow, as on a disk that is read
 * for the first time, files are read side by side, as many as the caller asks for at a time.
 */
export class FileReader {
  readonly #maxBytes: number;
  readonly #buffer = new Uint8Array(maxAtOnce);
  /** Above 0: files left to read at once. Below 0: files left to read side by side. */
  #credit = betweenTurns;
  /** Ends when the last long file is read. */
  #long: Promise<unknown> = Promise.resolve();

  /**
   * Makes a reader.
   *
   * @param maxBytes longer files are not read
   */
  constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  /**
   * Reads a file.
   *
   * @returns the file's bytes, or undefined where it is too long
   * @throws {Error} Deno's error, when the file cannot be read: at once, or as a rejection
   */
  read(
    path: string,
  ): Uint8Array<ArrayBuffer> | undefined | Promise<Uint8Array<ArrayBuffer> | undefined> {
    if (this.#credit <= 0) {
      this.#credit = this.#credit < 0 ? this.#credit + 1 : betweenTurns;
      return this.#readBeside(path);
    }
    this.#credit--;
    const start = performance.now();
    const bytes = this.#readAtOnce(path);
    if (performance.now() - start > patience) this.#credit = -sideBySide;
    return bytes ?? this.#readBeside(path);
  }

  /** Undefined for a file that can be longer than the buffer. */
  #readAtOnce(path: string): Uint8Array<ArrayBuffer> | undefined {
    using file = Deno.openSync(path);
    let length = 0;
    while (length < maxAtOnce) {
      const count = file.readSync(this.#buffer.subarray(length));
      // A copy, so that nobody finds bytes of an earlier file behind the end.
      if (!count) return this.#buffer.slice(0, length);
      length += count;
    }
    return undefined;
  }

  async #readBeside(path: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
    const { size } = await Deno.stat(path);
    if (size > this.#maxBytes) return undefined;
    if (size <= maxBeside) return await Deno.readFile(path);
    const reading = this.#long.then(() => readWholeFile(path));
    this.#long = reading.catch(() => {});
    return await reading;
  }
}
