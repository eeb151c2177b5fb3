import { setTimeout as delay } from "node:timers/promises";
import { dirname } from "node:path";
import { UserError } from "../language/user_error.ts";
import type { MessageValue } from "../language/user_message.ts";
import { fileExists } from "./file_exists.ts";
import { ioMessages as messages } from "./messages.ts";
import { PartFile } from "./part_file.ts";
import { RemoteFile } from "./remote_file.ts";
import { DownloadError } from "./stall_timeout.ts";

/** What {@linkcode downloadFile} needs. */
export interface DownloadOptions {
  /** An address of Hugging Face's hub. */
  readonly url: string;
  /** Where to save the file. Its folder is made if it is missing. */
  readonly path: string;
  /** What messages call the file. */
  readonly label: MessageValue;
  /** Aborts the download. What has arrived is kept, and the next call continues from it. */
  readonly signal?: AbortSignal;
  /** Seconds of silence after which the server is given up; 30 by default. */
  readonly stallSeconds?: number;
  /** Called with the bytes that have arrived, and how many there are. */
  readonly onProgress?: (done: number, total: number) => void;
}

/** Connections to try, where each ends early. */
const maxConnections = 5;
/** Between checks of what another process downloads. */
const waitMilliseconds = 250;

/**
 * Downloads a file, whole or not at all: into a `.part` beside it, which is checked against the hub's
 * size and SHA-256, synced, and renamed. An interrupted download continues, at once or with the next
 * call. Of several processes, one downloads and the others wait for it.
 *
 * @throws {UserError} when the download fails, has other content than the hub announced, or is aborted
 */
export async function downloadFile(options: DownloadOptions): Promise<void> {
  const { url, path, label, signal } = options;
  await Deno.mkdir(dirname(path), { recursive: true }).catch((error) => {
    throw new UserError(messages.downloadFolder({ label, path, reason: error.message }));
  });
  for (let connection = 1;; connection++) {
    try {
      return await connect(options);
    } catch (error) {
      if (signal?.aborted) throw new UserError(messages.downloadStopped({ label }));
      if (!(error instanceof DownloadError)) throw error;
      if (error.resumable && connection < maxConnections) continue;
      throw new UserError(
        messages.downloadFailed({ label, url, reason: error.userMessage, path }),
      );
    }
  }
}

/** Downloads as far as one connection lasts. */
async function connect(options: DownloadOptions): Promise<void> {
  const { url, path, signal, stallSeconds = 30, onProgress } = options;
  const remote = await RemoteFile.find(url, { signal, stallSeconds });
  const { size, sha256 } = remote;
  // Named after the content, because the parts of two versions do not make one file.
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
  throw new DownloadError(messages.wrongContent({ size, sha256, length: part.length, digest }));
}

/** Appends what is missing, or everything where the server sends everything. */
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
    throw new DownloadError(messages.connectionEnded({ length: part.length, size }), true);
  }
}
