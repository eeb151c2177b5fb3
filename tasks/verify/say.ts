import { escapeControls } from "../../lib/language/mod.ts";

/** Tells something on standard error. A line may contain names of files, and these may contain anything. */
export function say(line: string): void {
  console.error(`verify: ${escapeControls(line)}`);
}
