import { isAbsolute, relative } from "node:path";
import { typedPath } from "./typed_path.ts";

/**
 * A path from the working directory, as you would type it where you type the command. It is the inverse
 * of {@linkcode typedPath}. Absolute paths stay.
 */
export function displayPath(path: string): string {
  return isAbsolute(path) ? path : relative(typedPath("."), path) || ".";
}
