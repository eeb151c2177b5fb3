import { crc32 } from "node:zlib";
import { join } from "node:path";
import { defineMessages } from "../../language/define_messages.ts";
import { UserError } from "../../language/user_error.ts";
import type { Fit } from "../../model_file/fit.ts";

/** Increase it when the decoder or the resizer gives other pixels than before. */
const version = 1;
/** Bytes of an index entry: SHA-256 of the file's content, CRC-32 of its pixels. */
const entryLength = 32 + 4;

const messages = defineMessages("cache", {
  unusable: {
    en:
      "cannot keep decoded images in {folder}: expected a folder that can be read and written, got {reason}; choose another cache folder",
    ja:
      "デコードした画像を {folder} に保存できません。読み書きできるフォルダーが必要ですが、次のエラーが起きました: {reason}。別のキャッシュフォルダーを指定してください",
  },
});

interface Pack {
  readonly path: string;
  file?: Deno.FsFile;
}

interface Place {
  readonly pack: Pack;
  readonly slot: number;
  readonly checksum: number;
}

/**
 * Decoded and resized pixels on disk, by the SHA-256 of the file that they come from.
 *
 * A folder for each size and fit holds packs of two append-only files: `NAME.pixels`, `[n, size, size, 3]`
 * of 8 bits, and `NAME.index`, for each of them 32 bytes of content hash and 4 of CRC-32 (big
 * endian). Every process that adds pixels writes its own pack, so that several can share a folder. An
 * entry that is cut short, or does not match its pixels, counts as missing. You can delete the folder at
 * any time.
 */
export class PixelCache {
  readonly #folder: string;
  readonly #pixelLength: number;
  readonly #places = new Map<string, Place>();
  readonly #packs: Pack[] = [];
  #own?: { pack: Pack; index: Deno.FsFile; slots: number };
  #failure?: Error;

  private constructor(folder: string, size: number) {
    this.#folder = folder;
    this.#pixelLength = size * size * 3;
  }

  /**
   * Opens a cache.
   *
   * @param folder holds the packs of every size; made if it is missing
   * @param pixels side of the square images, in pixels, and how they became square
   * @param wanted content hashes of interest; the index keeps no others in memory
   * @throws {UserError} when the folder cannot be made or read
   */
  static async open(
    folder: string,
    { size, fit }: { readonly size: number; readonly fit: Fit },
    wanted: ReadonlySet<string>,
  ): Promise<PixelCache> {
    const kind = fit === "stretch" ? size : `${size}-${fit}`;
    const cache = new PixelCache(join(folder, `pixels-${kind}-v${version}`), size);
    try {
      await Deno.mkdir(cache.#folder, { recursive: true });
      const names = (await Array.fromAsync(Deno.readDir(cache.#folder))).map(({ name }) => name);
      for (const name of names.sort()) {
        if (name.endsWith(".index")) await cache.#loadIndex(join(cache.#folder, name), wanted);
      }
      return cache;
    } catch (error) {
      throw new UserError(
        messages.unusable({ folder, reason: `"${(error as Error).message}"` }),
      );
    }
  }

  /** What ended the writing, such as a full disk. Reading continues. */
  get failure(): Error | undefined {
    return this.#failure;
  }

  /** Whether the cache has the pixels. Only reading tells whether they are complete. */
  has(hash: string): boolean {
    return this.#places.has(hash);
  }

  /** Pixels `[size, size, 3]`, or undefined where they are missing, cut short, or corrupt. */
  read(hash: string): Uint8Array<ArrayBuffer> | undefined {
    const place = this.#places.get(hash);
    if (!place) return undefined;
    const pixels = new Uint8Array(this.#pixelLength);
    try {
      const file = place.pack.file ??= Deno.openSync(place.pack.path);
      file.seekSync(place.slot * this.#pixelLength, Deno.SeekMode.Start);
      if (readAll(file, pixels) && crc32(pixels) === place.checksum) return pixels;
    } catch {
      // A pack that cannot be read, or was deleted, counts as missing.
    }
    this.#places.delete(hash);
    return undefined;
  }

  /** Adds pixels `[size, size, 3]`. Does nothing after a failure to write. */
  write(hash: string, pixels: Uint8Array): void {
    if (this.#failure || this.#places.has(hash)) return;
    try {
      const own = this.#own ??= this.#createPack();
      const checksum = crc32(pixels);
      const entry = new Uint8Array(entryLength);
      entry.setFromHex(hash);
      new DataView(entry.buffer).setUint32(32, checksum);
      writeAll(own.pack.file!, pixels);
      writeAll(own.index, entry);
      this.#places.set(hash, { pack: own.pack, slot: own.slots++, checksum });
    } catch (error) {
      this.#failure = error as Error;
    }
  }

  /** Closes the files. */
  close(): void {
    for (const { file } of this.#packs) file?.close();
    this.#own?.index.close();
  }

  async #loadIndex(path: string, wanted: ReadonlySet<string>): Promise<void> {
    const pack: Pack = { path: path.replace(/index$/, "pixels") };
    this.#packs.push(pack);
    const entries = await Deno.readFile(path);
    const view = new DataView(entries.buffer);
    for (let at = 0; at + entryLength <= entries.length; at += entryLength) {
      const hash = entries.subarray(at, at + 32).toHex();
      if (!wanted.has(hash)) continue;
      this.#places.set(hash, { pack, slot: at / entryLength, checksum: view.getUint32(at + 32) });
    }
  }

  #createPack() {
    // Sorted by name, the newest pack comes last, and replaces entries of a corrupt older one.
    const name = join(this.#folder, `${Date.now()}-${crypto.randomUUID()}`);
    const options = { read: true, append: true, createNew: true };
    const pack: Pack = { path: `${name}.pixels` };
    this.#packs.push(pack);
    pack.file = Deno.openSync(pack.path, options);
    return { pack, index: Deno.openSync(`${name}.index`, options), slots: 0 };
  }
}

function readAll(file: Deno.FsFile, into: Uint8Array): boolean {
  for (let filled = 0; filled < into.length;) {
    const count = file.readSync(into.subarray(filled));
    if (!count) return false;
    filled += count;
  }
  return true;
}

function writeAll(file: Deno.FsFile, bytes: Uint8Array): void {
  for (let written = 0; written < bytes.length;) written += file.writeSync(bytes.subarray(written));
}
