import { isAbsolute, relative } from "node:path";
import { typedPath } from "./typed_path.ts";

/**
 * A path of the working directory as it would be typed where the task was: the other way round from
 * {@linkcode typedPath}. Absolute paths stay.
 */
export function displayPath(path: string): string {
  return isAbsolute(path) ? path : relative(typedPath("."), path) || ".";
}
