import { setTimeout as delay } from "node:timers/promises";
import { dirname } from "node:path";
import { message, type MessageValue } from "../language/message.ts";
import { UserError } from "../language/user_error.ts";
import { DownloadError } from "./download_error.ts";
import { fileExists } from "./file_exists.ts";
import { PartFile } from "./part_file.ts";
import { RemoteFile } from "./remote_file.ts";

/** What {@linkcode downloadFile} needs. */
export interface DownloadOptions {
  /** An address of Hugging Face's hub. */
  readonly url: string;
  /** Where the file comes to lie; its folder is made at need. */
  readonly path: string;
  /** What messages call it. */
  readonly label: MessageValue;
  /** Stops it; what has come is kept, to go on with. */
  readonly signal?: AbortSignal;
  /** A server that sends nothing for so long is given up; 30 by default. */
  readonly stallSeconds?: number;
  /** Bytes that are there, of so many. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** Connections, where one after the other breaks off. */
const mostConnections = 5;
/** Between looks at what another process downloads. */
const waitMilliseconds = 250;

/**
 * Downloads a file, whole or not at all: into a `.part` beside it, checked against the size and the
 * SHA-256 that the hub tells, synced, renamed. What is broken off is gone on with, at once and by the
 * next call. Of several processes one downloads, and the others wait for it.
 *
 * @throws {UserError} when the file cannot be had, is another than the hub told, or it was stopped
 */
export async function downloadFile(options: DownloadOptions): Promise<void> {
  const { url, path, label: what, signal } = options;
  await Deno.mkdir(dirname(path), { recursive: true }).catch((error) => {
    throw new UserError(
      message`cannot keep ${what} at ${path}: ${error.message}; free that place`,
    );
  });
  for (let connection = 1;; connection++) {
    try {
      return await connect(options);
    } catch (error) {
      if (signal?.aborted) {
        throw new UserError(
          message`stopped while downloading ${what}; the same command goes on with it`,
        );
      }
      if (!(error instanceof DownloadError)) throw error;
      if (error.resumable && connection < mostConnections) continue;
      throw new UserError(
        message`cannot download ${what} from ${url}: ${error.userMessage}; fetch that file where there
          is a network and put it at ${path}`,
      );
    }
  }
}

/** Downloads as far as one connection lasts. */
async function connect(options: DownloadOptions): Promise<void> {
  const { url, path, signal, stallSeconds = 30, onProgress } = options;
  const remote = await RemoteFile.find(url, { signal, stallSeconds });
  const { size, sha256 } = remote;
  // Named after the content, since the parts of two versions make no file.
  using part = await PartFile.open(`${path}.${sha256.slice(0, 12)}.part`);
  while (!await part.tryLock()) {
    onProgress?.(await part.writtenLength(), size);
    await delay(waitMilliseconds, undefined, { signal });
  }
  if (await fileExists(path)) return await part.remove();
  await part.resume();
  if (part.length > size) await part.restart();
  if (part.length < size) await fill(part, remote, onProgress);
  const digest = part.digest();
  if (part.length === size && digest === sha256) return await part.finish(path);
  await part.remove();
  throw new DownloadError(
    message`wanted ${size} bytes with the SHA-256 ${sha256}, found ${part.length} with ${digest} and
      deleted them`,
  );
}

/** Appends what is missing, or all where the server sends all. */
async function fill(
  part: PartFile,
  remote: RemoteFile,
  onProgress: DownloadOptions["onProgress"],
): Promise<void> {
  const { size } = remote;
  const { start, chunks } = await remote.read(part.length);
  if (start !== part.length) await part.restart();
  onProgress?.(part.length, size);
  for await (const chunk of chunks) {
    await part.append(chunk);
    onProgress?.(Math.min(part.length, size), size);
    if (part.length > size) return;
  }
  if (part.length < size) {
    throw new DownloadError(
      message`the connection ended after ${part.length} of ${size} bytes`,
      true,
    );
  }
}
