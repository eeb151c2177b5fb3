import { UserError } from "../language/user_error.ts";
import { identificationMessages as messages } from "./messages.ts";

/** Characters that a name may have. */
const most = 64;
/** What would break a line, or turn the direction of what follows. */
const refused = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\u202a-\u202e\u2066-\u2069]/u;

/**
 * The name of a person as a gallery keeps it: in normalization form C, without spaces around it.
 *
 * @throws {UserError} if it is empty, longer than 64 characters, or not on one line
 */
export function personName(typed: string): string {
  const name = typed.normalize("NFC").trim();
  if (name === "") throw new UserError(messages.nameEmpty());
  if ([...name].length > most) throw new UserError(messages.nameTooLong({ most }));
  if (refused.test(name)) throw new UserError(messages.nameNotOneLine());
  return name;
}

/** True if people would read two names as the same: they differ in case, width or form at most. */
export function isSameName(a: string, b: string): boolean {
  const key = (name: string) => name.normalize("NFKC").toLowerCase();
  return key(a) === key(b);
}
