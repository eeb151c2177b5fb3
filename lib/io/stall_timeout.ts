import { message } from "../language/message.ts";
import { DownloadError } from "./download_error.ts";

/** How long to listen to a server. */
export interface StallOptions {
  /** Ends it at any moment. */
  readonly signal?: AbortSignal;
  /** A server that sends nothing for so long is given up. */
  readonly stallSeconds: number;
}

/** Waits for what a server sends, but not for ever. */
export class StallTimeout {
  /** What is listened to has to end on this; a body of Deno's `fetch` does not always. */
  readonly signal: AbortSignal;
  readonly #ended: Promise<never>;
  readonly #silence = new AbortController();
  readonly #seconds: number;

  constructor({ signal, stallSeconds }: StallOptions) {
    this.signal = AbortSignal.any([this.#silence.signal, ...(signal ? [signal] : [])]);
    this.#seconds = stallSeconds;
    this.#ended = new Promise((_, reject) =>
      this.signal.addEventListener("abort", () => reject(this.signal.reason))
    );
    this.#ended.catch(() => {});
  }

  /**
   * Waits for the next thing to come.
   *
   * @param begun true where something has come before
   * @throws {DownloadError} when it fails, or nothing comes for too long
   */
  async hear<T>(next: Promise<T>, begun: boolean): Promise<T> {
    const timer = setTimeout(() => this.#silence.abort(), 1000 * this.#seconds);
    try {
      const heard = await Promise.race([next, this.#ended]);
      // What waits already comes even after the end.
      this.signal.throwIfAborted();
      return heard;
    } catch (error) {
      throw new DownloadError(
        this.#silence.signal.aborted
          ? message`nothing came for ${this.#seconds} s`
          : message`${reasonOf(error)}`,
        begun,
      );
    } finally {
      clearTimeout(timer);
    }
  }
}

/** What lies behind "fetch failed", without the address, which is told anyway. */
function reasonOf(error: unknown): string {
  const { cause, message } = error as Error;
  const reason = cause instanceof Error ? cause.message : message;
  return reason.replace(/^error sending request for url \(.*?\): /, "");
}
