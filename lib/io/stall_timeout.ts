import { formatMessage, type UserMessage } from "../language/user_message.ts";
import { ioMessages } from "./messages.ts";

/** Why a file could not be downloaded. */
export class DownloadError extends Error {
  /** Tells the error from others. */
  override name = "DownloadError";

  /**
   * Makes the error.
   *
   * @param userMessage a part of a sentence
   * @param resumable true where it ended after it had begun, so that another connection can continue
   */
  constructor(readonly userMessage: UserMessage, readonly resumable = false) {
    super(formatMessage(userMessage));
  }
}

/** How long to wait for a server. */
export interface StallOptions {
  /** Aborts the waiting at any moment. */
  readonly signal?: AbortSignal;
  /** Seconds of silence after which the server is given up. */
  readonly stallSeconds: number;
}

/** Waits for what a server sends, but not forever. */
export class StallTimeout {
  /** Pass it to `fetch`. A body of Deno's `fetch` does not always end on it. */
  readonly signal: AbortSignal;
  readonly #ended: Promise<never>;
  readonly #silence = new AbortController();
  readonly #seconds: number;

  /** Starts without waiting for anything. */
  constructor({ signal, stallSeconds }: StallOptions) {
    this.signal = AbortSignal.any([this.#silence.signal, ...(signal ? [signal] : [])]);
    this.#seconds = stallSeconds;
    this.#ended = new Promise((_, reject) =>
      this.signal.addEventListener("abort", () => reject(this.signal.reason))
    );
    this.#ended.catch(() => {});
  }

  /**
   * Waits for the next response or chunk.
   *
   * @param begun true where something came before
   * @throws {DownloadError} when it fails, or nothing comes for too long
   */
  async hear<T>(next: Promise<T>, begun: boolean): Promise<T> {
    const timer = setTimeout(() => this.#silence.abort(), 1000 * this.#seconds);
    try {
      const heard = await Promise.race([next, this.#ended]);
      // A response that already waits arrives even after an abort.
      this.signal.throwIfAborted();
      return heard;
    } catch (error) {
      throw new DownloadError(
        this.#silence.signal.aborted
          ? ioMessages.stalled({ seconds: this.#seconds })
          : ioMessages.connectionFailed({ reason: reasonOf(error) }),
        begun,
      );
    } finally {
      clearTimeout(timer);
    }
  }
}

/** The cause of "fetch failed", without the address, which the message has anyway. */
function reasonOf(error: unknown): string {
  const { cause, message } = error as Error;
  const reason = cause instanceof Error ? cause.message : message;
  return reason.replace(/^error sending request for url \(.*?\): /, "");
}
