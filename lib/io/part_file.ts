import { createHash, type Hash } from "node:crypto";

/** Bytes to read at a time of what is already there. */
const blockLength = 2 ** 20;

/** A file that grows until it is complete, from one process to the next, and its SHA-256 meanwhile. */
export class PartFile implements Disposable {
  #hash: Hash = createHash("sha256");
  #length = 0;

  private constructor(
    private readonly file: Deno.FsFile,
    private readonly path: string,
  ) {}

  /** Opens the file, or makes an empty one. Other processes can have it open at the same time. */
  static async open(path: string): Promise<PartFile> {
    return new PartFile(await Deno.open(path, { read: true, write: true, create: true }), path);
  }

  /** Bytes so far. Known after {@linkcode PartFile.resume}. */
  get length(): number {
    return this.#length;
  }

  /** Locks the file for this process. False while another process has it. */
  async tryLock(): Promise<boolean> {
    return await this.file.tryLock(true);
  }

  /** Bytes that another process has written so far. */
  async writtenLength(): Promise<number> {
    return (await this.file.stat()).size;
  }

  /** Reads what is there, to append to it. */
  async resume(): Promise<void> {
    const block = new Uint8Array(blockLength);
    for (let n; (n = await this.file.read(block)) !== null;) this.#count(block.subarray(0, n));
  }

  /** Empties the file. */
  async restart(): Promise<void> {
    await this.file.truncate(0);
    await this.file.seek(0, Deno.SeekMode.Start);
    this.#hash = createHash("sha256");
    this.#length = 0;
  }

  /** Adds bytes at the end. */
  async append(chunk: Uint8Array): Promise<void> {
    for (let written = 0; written < chunk.length;) {
      written += await this.file.write(chunk.subarray(written));
    }
    this.#count(chunk);
  }

  /** SHA-256 of the whole content, in hexadecimal. Nothing can be appended afterwards. */
  digest(): string {
    return this.#hash.digest("hex");
  }

  /** Syncs the file to the disk and moves it to its final path. */
  async finish(path: string): Promise<void> {
    await this.file.sync();
    await Deno.rename(this.path, path);
  }

  /** Deletes the file. */
  async remove(): Promise<void> {
    await Deno.remove(this.path).catch(() => {});
  }

  /** Closes the file. */
  [Symbol.dispose](): void {
    this.file.close();
  }

  #count(chunk: Uint8Array): void {
    this.#hash.update(chunk);
    this.#length += chunk.length;
  }
}
