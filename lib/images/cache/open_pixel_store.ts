import { join } from "node:path";
import type { SkippedFile } from "../../dataset/catalog/catalog.ts";
import type { Fit } from "../../model_file/fit.ts";
import { type DecodeJob, DecodePool } from "../decode/decode_pool.ts";
import { PixelCache } from "./pixel_cache.ts";
import type { PixelStore } from "./pixel_store.ts";

/** More workers only take memory: each decodes thousands of small images a second. */
const maxWorkers = 8;

/** What {@linkcode openPixelStore} needs. */
export interface PixelStoreOptions {
  /** The folder that the paths are relative to. */
  readonly root: string;
  /** Paths, and the SHA-256 of each file's content in hexadecimal digits, as in a catalog. */
  readonly images: readonly { readonly path: string; readonly hash: string }[];
  /** Side of the square that images are resized to, in pixels. */
  readonly size: number;
  /** How an image becomes a square; by default it is stretched. */
  readonly fit?: Fit;
  /** Keeps decoded pixels from run to run. Made if it is missing; processes can share it. */
  readonly cacheFolder: string;
  /** Decoding threads; by default one less than the processor has, 1 to 8. */
  readonly workers?: number;
  /** Bytes of pixels to keep in memory; by default 1 GiB. */
  readonly memory?: number;
  /** Called once for each image that is skipped. */
  readonly onSkip?: (skipped: SkippedFile) => void;
  /** Called once when the cache folder cannot be written any more, such as on a full disk. */
  readonly onCacheFailure?: (failure: Error) => void;
}

/**
 * Opens the pixels of a list of images. Workers decode an image at the first read or prefetch. Later
 * reads, in this run and in the next, take it from memory or from the cache folder, and wait for no
 * decoder.
 *
 * An image that cannot be decoded is skipped and listed, and stops nothing.
 *
 * @throws {UserError} when the cache folder cannot be used
 */
export async function openPixelStore(options: PixelStoreOptions): Promise<PixelStore> {
  const { root, images, size, fit = "stretch", onSkip, onCacheFailure } = options;
  const { workers = defaultWorkers(), memory = 2 ** 30 } = options;
  const wanted = new Set(images.map(({ hash }) => hash));
  const cache = await PixelCache.open(options.cacheFolder, { size, fit }, wanted);
  const pool = new DecodePool(workers);
  const inMemory = new Map<string, Uint8Array>();
  const maxInMemory = Math.floor(memory / (size * size * 3));
  const jobs = new Map<number, DecodeJob>();
  const failed = new Set<number>();
  const skipped: SkippedFile[] = [];
  const stats = {
    decoded: 0,
    cached: 0,
    get cacheFailure() {
      return cache.failure;
    },
  };
  let closed = false;

  const imageAt = (index: number) => {
    const image = images[index];
    if (image) return image;
    throw new RangeError(`Cannot read image ${index} of a store of ${images.length}`);
  };

  const remember = (hash: string, pixels: Uint8Array) => {
    if (inMemory.size < maxInMemory) inMemory.set(hash, pixels);
  };

  const startJob = (index: number): DecodeJob => {
    const { path, hash } = imageAt(index);
    const job = pool.add({ path: join(root, path), hash, size, fit });
    jobs.set(index, job);
    job.reply.then((reply) => {
      jobs.delete(index);
      if ("reason" in reply) {
        const skip = { path, reason: reply.reason };
        failed.add(index);
        skipped.push(skip);
        onSkip?.(skip);
      } else {
        stats.decoded++;
        const { failure } = cache;
        cache.write(hash, reply.pixels);
        if (cache.failure && !failure) onCacheFailure?.(cache.failure);
        remember(hash, reply.pixels);
      }
    }, () => {});
    return job;
  };

  const readOne = (index: number): Uint8Array | null | Promise<Uint8Array | null> => {
    const { hash } = imageAt(index);
    if (failed.has(index)) return null;
    let pixels = inMemory.get(hash);
    if (!pixels && (pixels = cache.read(hash))) remember(hash, pixels);
    if (pixels) {
      stats.cached++;
      return pixels;
    }
    const job = jobs.get(index) ?? startJob(index);
    pool.hurry(job);
    return job.reply.then((reply) => "pixels" in reply ? reply.pixels : null);
  };

  return {
    size,
    skipped,
    stats,
    async read(indices) {
      if (closed) throw new Error("the pixel store was closed");
      indices.forEach(imageAt);
      return await Promise.all(indices.map(readOne));
    },
    prefetch(indices) {
      // Without a place in memory or on disk, images would be decoded for nothing.
      if (closed || cache.failure) return;
      for (const index of indices) {
        const { hash } = imageAt(index);
        const known = inMemory.has(hash) || cache.has(hash) || failed.has(index) || jobs.has(index);
        if (!known) startJob(index);
      }
    },
    close() {
      if (closed) return;
      closed = true;
      pool.close();
      cache.close();
    },
  };
}

function defaultWorkers(): number {
  return Math.min(Math.max(navigator.hardwareConcurrency - 1, 1), maxWorkers);
}
