import { readWholeFile } from "./read_whole_file.ts";

/** Longer files take their time anyway: each is handed to another thread. */
const mostAtOnce = 2 ** 16;
/** A file of that length that the system has in memory takes a tenth of it. */
const patience = 0.1; // milliseconds
/** Files read side by side after one that had to be waited for, before the next is tried at once. */
const sideBySide = 16;
/** Longer files are read one after the other: sixteen at a time would fill the memory. */
const mostBeside = 4 * 2 ** 20;
/** Files read at once before the event loop gets its turn: a few milliseconds. */
const betweenTurns = 256;

/**
 * Reads whole files, many and mostly small ones.
 *
 * To hand a small file to another thread takes longer than to read it where the system has it in
 * memory: such files are read at once. Where one had to be waited for, as on a disk that was not read
 * before, those after it are read side by side, as many as the caller asks for at a time.
 */
export class FileReader {
  readonly #mostBytes: number;
  readonly #buffer = new Uint8Array(mostAtOnce);
  /** Files to read at once; below 0, files to read side by side. */
  #credit = betweenTurns;
  /** The reading of the last long file. */
  #long: Promise<unknown> = Promise.resolve();

  /** @param mostBytes longer files are not read */
  constructor(mostBytes: number) {
    this.#mostBytes = mostBytes;
  }

  /**
   * @returns the file's bytes; undefined where it is too long
   * @throws {Error} Deno's, when the file cannot be read: at once, or as a rejection
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

  /** Undefined for a file that may be longer than the buffer. */
  #readAtOnce(path: string): Uint8Array<ArrayBuffer> | undefined {
    using file = Deno.openSync(path);
    let length = 0;
    while (length < mostAtOnce) {
      const count = file.readSync(this.#buffer.subarray(length));
      // A copy: whoever looks beyond the end shall not find the file before.
      if (!count) return this.#buffer.slice(0, length);
      length += count;
    }
    return undefined;
  }

  async #readBeside(path: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
    const { size } = await Deno.stat(path);
    if (size > this.#mostBytes) return undefined;
    if (size <= mostBeside) return await Deno.readFile(path);
    const reading = this.#long.then(() => readWholeFile(path));
    this.#long = reading.catch(() => {});
    return await reading;
  }
}
