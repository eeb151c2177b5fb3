import { message } from "../language/message.ts";
import { DownloadError } from "./download_error.ts";
import { type StallOptions, StallTimeout } from "./stall_timeout.ts";

/** Bytes of a file as they come. */
export interface RemoteBytes {
  /** The place in the file of the first of them. */
  readonly start: number;
  /** Throws a {@linkcode DownloadError} when they break off. */
  readonly chunks: AsyncIterable<Uint8Array>;
}

/** From one address of the hub to another, before it tells of the file. */
const mostRedirects = 5;
/** A compressed answer has no offsets to go on from. */
const uncompressed = { "Accept-Encoding": "identity" };

/**
 * A file on Hugging Face's hub.
 *
 * The hub answers an address under `/resolve/` by a redirect to where the bytes are, and tells there
 * the file's size in `X-Linked-Size` and its SHA-256 in `X-Linked-ETag`, which its own client,
 * `huggingface_hub`, reads as well.
 */
export class RemoteFile {
  readonly #location: URL;
  readonly #patience: StallOptions;

  private constructor(
    /** In bytes. */
    readonly size: number,
    /** In hexadecimal. */
    readonly sha256: string,
    location: URL,
    patience: StallOptions,
  ) {
    this.#location = location;
    this.#patience = patience;
  }

  /**
   * Asks the hub for a file.
   *
   * @throws {DownloadError} when there is no answer, or one that tells no size and SHA-256: then
   *   another than the hub answers, such as a network's login page
   */
  static async find(url: string, patience: StallOptions): Promise<RemoteFile> {
    const listener = new StallTimeout(patience);
    const { signal } = listener;
    let at = new URL(url);
    for (let i = 0; i <= mostRedirects; i++) {
      const request = {
        method: "HEAD",
        redirect: "manual",
        headers: uncompressed,
        signal,
      } as const;
      const answer = await listener.hear(fetch(at, request), false);
      const next = answer.headers.get("location");
      if (!answer.ok && next === null) throw refusal(answer);
      const target = new URL(next ?? at, at);
      const size = /^\d+$/.exec(answer.headers.get("x-linked-size") ?? "")?.[0];
      const [, sha256] = /^"?([0-9a-f]{64})"?$/.exec(answer.headers.get("x-linked-etag") ?? "") ??
        [];
      if (size && sha256) return new RemoteFile(Number(size), sha256, target, patience);
      // Renamed models move within the hub; where the bytes are, nothing tells of the file.
      if (next === null || target.origin !== at.origin) break;
      at = target;
    }
    throw new DownloadError(
      message`the answer tells no size and SHA-256, so it is not the hub's`,
    );
  }

  /**
   * Fetches the file's bytes, from an offset on where the server can do so, else from the first.
   *
   * @throws {DownloadError} when it will not send them
   */
  async read(offset: number): Promise<RemoteBytes> {
    const listener = new StallTimeout(this.#patience);
    const headers = { ...uncompressed, ...(offset > 0 && { Range: `bytes=${offset}-` }) };
    const answer = await listener.hear(
      fetch(this.#location, { headers, signal: listener.signal }),
      false,
    );
    const range = /^bytes (\d+)-/.exec(answer.headers.get("content-range") ?? "");
    const start = answer.status === 206 ? Number(range?.[1]) : 0;
    if (!answer.ok || !answer.body || (start !== offset && start !== 0)) {
      await answer.body?.cancel();
      throw refusal(answer);
    }
    return { start, chunks: chunksOf(answer.body, listener) };
  }
}

async function* chunksOf(
  body: ReadableStream<Uint8Array>,
  listener: StallTimeout,
): AsyncIterable<Uint8Array> {
  const reader = body.getReader();
  try {
    while (true) {
      const { done, value } = await listener.hear(reader.read(), true);
      if (done) return;
      yield value;
    }
  } finally {
    // Not awaited: it may take as long as the server is silent.
    reader.cancel().catch(() => {});
  }
}

function refusal({ status, statusText }: Response): DownloadError {
  return new DownloadError(message`the answer was ${`${status} ${statusText}`.trimEnd()}`);
}
