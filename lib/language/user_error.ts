import { formatMessage, type UserMessage } from "./user_message.ts";

/**
 * A mistake that the user can mend: bad input, a missing file, an option out of range.
 *
 * The message is one line that says what was tried, what was expected, what was found, and what to do.
 * It speaks of options, as a program that uses the library knows them. Tasks show it in the user's
 * language and with flags in place of options, without a stack trace, and exit with code 2.
 */
export class UserError extends Error {
  override name = "UserError";

  /**
   * @param userMessage the message; `error.message` is its English text
   * @param options the cause of the error
   */
  constructor(readonly userMessage: UserMessage, options?: ErrorOptions) {
    super(formatMessage(userMessage), options);
  }
}
