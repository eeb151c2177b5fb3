import { translate } from "../language/language.ts";
import { fileMessages } from "./file_messages.ts";

/** Paths that a line shows; an image can have as many as a folder has files. */
const maxPaths = 8;

/** The paths of one image, in one line. */
export function joinedPaths(paths: readonly string[]): string {
  const shown = paths.slice(0, maxPaths).join(" = ");
  const count = paths.length - maxPaths;
  return count > 0 ? translate(fileMessages.morePaths({ paths: shown, count })) : shown;
}
