import { phrase } from "../language/language.ts";

/** Paths that are named; a picture may have as many as a folder has files. */
const mostNamed = 8;

/** The paths of one picture, in one line. */
export function joinedPaths(paths: readonly string[]): string {
  const named = paths.slice(0, mostNamed).join(" = ");
  const more = paths.length - mostNamed;
  return more > 0 ? phrase`${named} and ${more.toLocaleString("en-US")} more` : named;
}
