import type { Message } from "../language/message.ts";

/** Why a file could not be had from the network; the message is a part of a sentence. */
export class DownloadError extends Error {
  override name = "DownloadError";

  /** @param resumable true where it broke off after it had begun, so that it may be gone on with */
  constructor(readonly userMessage: Message, readonly resumable = false) {
    super(String(userMessage));
  }
}
