import { formatMessage, type UserMessage } from "./user_message.ts";

/**
 * A mistake that the user can mend: bad input, a missing file, an option out of range.
 *
 * The message is one line that says what was tried, what was expected, what was found, and what to do.
 * It speaks of options, as a program that uses the library knows them. Tasks show it in the user's
 * language and with flags in place of options, without a stack trace, and exit with code 2.
 *
 * @example
 * ```ts
 * import { formatMessage, readImage, UserError } from "@futago/futago";
 *
 * try {
 *   await readImage("missing.jpg");
 * } catch (error) {
 *   if (!(error instanceof UserError)) throw error;
 *   console.log(error.userMessage.code, formatMessage(error.userMessage, { language: "ja" }));
 * }
 * ```
 */
export class UserError extends Error {
  /** Tells it from faults of the program. */
  override name = "UserError";
  /** What is wrong, in every language. */
  readonly userMessage: UserMessage;

  /**
   * Makes an error.
   *
   * @param userMessage the message; `error.message` is its English text
   * @param options the cause of the error
   */
  constructor(userMessage: UserMessage, options?: ErrorOptions) {
    super(formatMessage(userMessage), options);
    this.userMessage = userMessage;
  }
}
