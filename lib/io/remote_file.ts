import { ioMessages } from "./messages.ts";
import { DownloadError, type StallOptions, StallTimeout } from "./stall_timeout.ts";

/** Bytes of a file as they arrive. */
export interface RemoteBytes {
  /** The offset of the first byte in the file. */
  readonly start: number;
  /** Throws a {@linkcode DownloadError} where the connection ends early. */
  readonly chunks: AsyncIterable<Uint8Array>;
}

/** From one address of the hub to another, before a response describes the file. */
const maxRedirects = 5;
/** A compressed response has no offsets to continue from. */
const uncompressed = { "Accept-Encoding": "identity" };

/**
 * A file on Hugging Face's hub.
 *
 * The hub answers an address under `/resolve/` with a redirect to where the bytes are. That response
 * holds the file's size in `X-Linked-Size` and its SHA-256 in `X-Linked-ETag`. The hub's own client,
 * `huggingface_hub`, reads the same headers.
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
   * @throws {DownloadError} when there is no response, or one without size and SHA-256: then it does
   *   not come from the hub, but from a network's login page or the like
   */
  static async find(url: string, patience: StallOptions): Promise<RemoteFile> {
    const listener = new StallTimeout(patience);
    const { signal } = listener;
    let at = new URL(url);
    for (let i = 0; i <= maxRedirects; i++) {
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
      // Renamed models redirect within the hub; where the bytes are, no header describes the file.
      if (next === null || target.origin !== at.origin) break;
      at = target;
    }
    throw new DownloadError(ioMessages.notTheHub());
  }

  /**
   * Fetches the file's bytes, from an offset where the server supports it, otherwise from the start.
   *
   * @throws {DownloadError} when the server refuses
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
    // Not awaited: it can take as long as the server is silent.
    reader.cancel().catch(() => {});
  }
}

function refusal({ status, statusText }: Response): DownloadError {
  return new DownloadError(ioMessages.badStatus({ status: `${status} ${statusText}`.trimEnd() }));
}
