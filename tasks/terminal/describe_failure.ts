import { CommanderError } from "@commander-js/extra-typings";
import { UserError } from "../../mod.ts";
import { inLanguage, phrase, textInLanguage } from "./language.ts";

/**
 * The text that a task shows for what was thrown: one line where the user can mend it, the stack
 * trace and a request to report it where the fault is ours.
 *
 * @param error whatever was thrown
 */
export function describeFailure(error: unknown): string {
  if (error instanceof UserError) return oneLine(inLanguage(error.said));
  if (error instanceof CommanderError) {
    return textInLanguage(oneLine(error.message).replace(/^error: /, ""));
  }
  if (error instanceof Deno.errors.NotFound) {
    return phrase`${oneLine(error.message)}: check the path`;
  }
  if (
    error instanceof Deno.errors.PermissionDenied || error instanceof Deno.errors.NotCapable
  ) {
    return phrase`not permitted: ${oneLine(error.message)}`;
  }
  if (error instanceof Deno.errors.BrokenPipe) {
    return phrase`the program that was reading the output went away (broken pipe)`;
  }
  if (error instanceof Error && "code" in error && error.code === "ENOSPC") {
    return phrase`${oneLine(error.message)}: free some space, or write to another disk`;
  }
  const trace = error instanceof Error ? error.stack ?? error.message : String(error);
  return `${phrase`this is a fault in Futago, please report it`}\n${trace}`;
}

/** Paths may hold line breaks, and Commander puts its suggestions on a line of their own. */
function oneLine(text: string): string {
  return text.trim().replace(/\s*[\r\n]+\s*/g, " ");
}
