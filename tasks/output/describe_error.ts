import { CommanderError } from "@commander-js/extra-typings";
import { escapeControls, UserError, type UserMessage } from "../../lib/language/mod.ts";
import { translate } from "../language/language.ts";
import { errorMessages } from "./error_messages.ts";

/**
 * The text that a task shows for an error: one line where you can fix the cause yourself; the stack
 * trace and a request to report it where the fault is Futago's.
 *
 * @param error the value that was thrown
 */
export function describeError(error: unknown): string {
  if (error instanceof UserError) return oneLine(translate(error.userMessage));
  if (error instanceof CommanderError) return oneLine(error.message).replace(/^error: /, "");
  const known = error instanceof Error ? describeSystemError(error) : null;
  if (known) return translate(known);
  const trace = error instanceof Error ? error.stack ?? error.message : String(error);
  return `${translate(errorMessages.fault())}\n${trace}`;
}

/** Errors of a path that leads nowhere, or to the wrong kind of thing. */
const pathErrors = [
  Deno.errors.NotFound,
  Deno.errors.AlreadyExists,
  Deno.errors.IsADirectory,
  Deno.errors.NotADirectory,
  Deno.errors.FilesystemLoop,
];

/** What to do about an error of the system; null for other errors. */
function describeSystemError(error: Error & { code?: unknown }): UserMessage | null {
  const cause = oneLine(error.message);
  const is = (kind: new () => Error) => error instanceof kind;
  // Deno has no class for a name that is too long.
  if (pathErrors.some(is) || error.code === "ENAMETOOLONG") return errorMessages.badPath({ cause });
  if (is(Deno.errors.PermissionDenied) || is(Deno.errors.NotCapable)) {
    return describePermission(cause);
  }
  if (is(Deno.errors.BrokenPipe)) return errorMessages.brokenPipe();
  if (error.code === "ENOSPC" || error.code === "EDQUOT") return errorMessages.diskFull({ cause });
  if (error.code === "EROFS") return errorMessages.readOnly({ cause });
  // Deno gives this error no code.
  if (error.code === "EFBIG" || cause.startsWith("File too large")) {
    return errorMessages.fileTooLarge({ cause });
  }
  return null;
}

/** Leaves out Deno's advice to permit more: tasks have every permission that their work takes. */
function describePermission(text: string): UserMessage {
  const cause = text.replace(/, run again with the --allow-\S+ flag$/, "");
  return cause.startsWith("Requires all access")
    ? errorMessages.deniedFolder({ cause })
    : errorMessages.notPermitted({ cause });
}

/** Paths can hold line breaks, and characters that move the terminal's cursor. */
function oneLine(text: string): string {
  return escapeControls(text.trim().replace(/\s*[\r\n]+\s*/g, " "));
}
