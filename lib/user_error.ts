/**
 * A mistake that the user can mend: bad input, a missing file, a setting out of range.
 *
 * The message is one line that says what was tried, what was wanted, what was found and what to do.
 * Tasks show the message alone, without a stack trace, and exit with code 2.
 */
export class UserError extends Error {
  override name = "UserError";
}
