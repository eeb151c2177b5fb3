import type { Message } from "../message.ts";

/** Why a file could not be had from the network; the message is a part of a sentence. */
export class DownloadError extends Error {
  override name = "DownloadError";

  /** @param cut true where it broke off after it had begun, so that it may be gone on with */
  constructor(readonly said: Message, readonly cut = false) {
    super(String(said));
  }
}
