import type { Message } from "./message.ts";

/**
 * A mistake that the user can mend: bad input, a missing file, a setting out of range.
 *
 * The message is one line that says what was tried, what was wanted, what was found and what to do.
 * Tasks show the message alone, in the user's language, without a stack trace, and exit with code 2.
 */
export class UserError extends Error {
  override name = "UserError";

  /**
   * @param userMessage the message; `error.message` is its English text
   * @param options its cause
   */
  constructor(readonly userMessage: Message, options?: ErrorOptions) {
    super(String(userMessage), options);
  }
}
