import { isAbsolute, relative, resolve } from "node:path";

/**
 * A path as it was typed, made one for the working directory: `deno task` starts a task in the
 * project's root, and tells by `INIT_CWD` where it was typed.
 *
 * @returns what was typed, where that is the working directory or the path is absolute; elsewhere a
 *   path relative to the working directory within it, and an absolute one beyond
 */
export function typedPath(path: string): string {
  const typedIn = Deno.env.get("INIT_CWD");
  if (!typedIn || path === "" || isAbsolute(path) || resolve(typedIn) === Deno.cwd()) return path;
  const whole = resolve(typedIn, path), within = relative(Deno.cwd(), whole);
  return within === ".." || within.startsWith("../") || isAbsolute(within) ? whole : within || ".";
}
