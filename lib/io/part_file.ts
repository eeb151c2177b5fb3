import { createHash, type Hash } from "node:crypto";

/** How much to read at once of what is there already, in bytes. */
const blockLength = 2 ** 20;

/** A file that grows until it is whole, from one process to the next, and its SHA-256 on the way. */
export class PartFile implements Disposable {
  #hash: Hash = createHash("sha256");
  #length = 0;

  private constructor(
    private readonly file: Deno.FsFile,
    private readonly path: string,
  ) {}

  /** Opens the file, empty where there is none; other processes may have it open too. */
  static async open(path: string): Promise<PartFile> {
    return new PartFile(await Deno.open(path, { read: true, write: true, create: true }), path);
  }

  /** How much has come so far, in bytes: known once {@linkcode PartFile.resume} has been called. */
  get length(): number {
    return this.#length;
  }

  /** Takes the file for this process alone; false while another has it. */
  async tryLock(): Promise<boolean> {
    return await this.file.tryLock(true);
  }

  /** How much another process has written so far, in bytes. */
  async writtenLength(): Promise<number> {
    return (await this.file.stat()).size;
  }

  /** Reads what there is, to go on after it. */
  async resume(): Promise<void> {
    const block = new Uint8Array(blockLength);
    for (let n; (n = await this.file.read(block)) !== null;) this.#count(block.subarray(0, n));
  }

  /** Forgets what there is. */
  async restart(): Promise<void> {
    await this.file.truncate(0);
    await this.file.seek(0, Deno.SeekMode.Start);
    this.#hash = createHash("sha256");
    this.#length = 0;
  }

  async append(chunk: Uint8Array): Promise<void> {
    for (let written = 0; written < chunk.length;) {
      written += await this.file.write(chunk.subarray(written));
    }
    this.#count(chunk);
  }

  /** SHA-256 of all of it, in hexadecimal; nothing can be appended after. */
  digest(): string {
    return this.#hash.digest("hex");
  }

  /** Puts the file, synced to the disk, in its final place. */
  async finish(path: string): Promise<void> {
    await this.file.sync();
    await Deno.rename(this.path, path);
  }

  async remove(): Promise<void> {
    await Deno.remove(this.path).catch(() => {});
  }

  [Symbol.dispose](): void {
    this.file.close();
  }

  #count(chunk: Uint8Array): void {
    this.#hash.update(chunk);
    this.#length += chunk.length;
  }
}
