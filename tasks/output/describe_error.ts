import { CommanderError } from "@commander-js/extra-typings";
import { escapeControls, UserError } from "../../mod.ts";
import { phrase, textInLanguage, translate } from "../language/language.ts";

/**
 * The text that a task shows for what was thrown: one line where the user can mend it, the stack
 * trace and a request to report it where the fault is ours.
 *
 * @param error whatever was thrown
 */
export function describeError(error: unknown): string {
  if (error instanceof UserError) return oneLine(translate(error.userMessage));
  if (error instanceof CommanderError) {
    return textInLanguage(oneLine(error.message).replace(/^error: /, ""));
  }
  if (error instanceof Error && isOfPath(error)) {
    return phrase`${oneLine(error.message)}: check the path`;
  }
  if (
    error instanceof Deno.errors.PermissionDenied || error instanceof Deno.errors.NotCapable
  ) {
    return describePermission(oneLine(error.message));
  }
  if (error instanceof Deno.errors.BrokenPipe) {
    return phrase`the program that was reading the output went away (broken pipe)`;
  }
  const disk = error instanceof Error ? describeDisk(error) : null;
  if (disk) return disk;
  const trace = error instanceof Error ? error.stack ?? error.message : String(error);
  return `${phrase`this is a fault in Futago, please report it`}\n${trace}`;
}

/** Failures where a path leads to nothing, or to something else than it should. */
const ofPaths = [
  Deno.errors.NotFound,
  Deno.errors.AlreadyExists,
  Deno.errors.IsADirectory,
  Deno.errors.NotADirectory,
  Deno.errors.FilesystemLoop,
];

function isOfPath(error: Error & { code?: unknown }): boolean {
  // Deno has no class of its own for a name that is too long.
  return ofPaths.some((kind) => error instanceof kind) || error.code === "ENAMETOOLONG";
}

/** Leaves out Deno's advice to permit more: tasks have all that their work takes. */
function describePermission(text: string): string {
  const wanted = text.replace(/, run again with the --allow-\S+ flag$/, "");
  return wanted.startsWith("Requires all access")
    ? phrase`not permitted: ${wanted}: Deno keeps /dev, /proc and /sys from programs; name another folder`
    : phrase`not permitted: ${wanted}`;
}

/** What to do where a disk does not take what is written to it; null for other failures. */
function describeDisk(error: Error & { code?: unknown }): string | null {
  const text = oneLine(error.message);
  if (error.code === "ENOSPC" || error.code === "EDQUOT") {
    return phrase`${text}: free some space, or write to another disk`;
  }
  if (error.code === "EROFS") return phrase`${text}: name a folder that can be written to`;
  // Deno gives this one no code.
  if (error.code === "EFBIG" || text.startsWith("File too large")) {
    return phrase`${text}: raise the limit on the size of files (ulimit -f)`;
  }
  return null;
}

/**
 * Paths may hold line breaks, and what would move the terminal's cursor; Commander puts its suggestions
 * on a line of their own.
 */
function oneLine(text: string): string {
  return escapeControls(text.trim().replace(/\s*[\r\n]+\s*/g, " "));
}
