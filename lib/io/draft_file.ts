/**
 * A file that is written piece by piece, and is there only once it is whole: under a temporary name beside
 * it until then. See `writeAtomically` for small files.
 */
export class DraftFile implements Disposable {
  readonly #path: string;
  readonly #draft: string;
  readonly #file: Deno.FsFile;
  #done = false;

  private constructor(path: string, draft: string, file: Deno.FsFile) {
    this.#path = path;
    this.#draft = draft;
    this.#file = file;
  }

  /** Begins a file. Its folder must exist. */
  static async create(path: string): Promise<DraftFile> {
    const draft = `${path}.${crypto.randomUUID()}.part`;
    return new DraftFile(path, draft, await Deno.open(draft, { write: true, createNew: true }));
  }

  /** Adds bytes at the end. */
  async append(bytes: Uint8Array): Promise<void> {
    for (let written = 0; written < bytes.length;) {
      written += await this.#file.write(bytes.subarray(written));
    }
  }

  /** Writes bytes over the first ones. Nothing can be appended afterwards. */
  async overwriteStart(bytes: Uint8Array): Promise<void> {
    await this.#file.seek(0, Deno.SeekMode.Start);
    await this.append(bytes);
  }

  /** Syncs the file to the disk and gives it its name. */
  async finish(): Promise<void> {
    await this.#file.sync();
    await Deno.rename(this.#draft, this.#path);
    this.#done = true;
  }

  /** Closes the file. If it is not finished, nothing is left of it. */
  [Symbol.dispose](): void {
    this.#file.close();
    if (!this.#done) Deno.removeSync(this.#draft);
  }
}
