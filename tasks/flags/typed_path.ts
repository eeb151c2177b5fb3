import { isAbsolute, join, relative, resolve } from "node:path";

/**
 * Turns a path as you type it into a path from the working directory. `deno task` starts a task in the
 * project's root; `INIT_CWD` holds the folder where you type the command. `~` at the start is your home
 * folder: a shell leaves it as it is in `--out=~/faces`, and so does a config file.
 *
 * @returns the path itself if it is absolute, or if you type it in the working directory; otherwise a
 *   relative path within the working directory, or an absolute path outside it
 */
export function typedPath(path: string): string {
  if (/^~($|[\\/])/.test(path)) {
    const home = Deno.env.get(Deno.build.os === "windows" ? "USERPROFILE" : "HOME");
    if (home) return join(home, path.slice(1));
  }
  const typedIn = Deno.env.get("INIT_CWD");
  if (!typedIn || path === "" || isAbsolute(path) || resolve(typedIn) === Deno.cwd()) return path;
  const whole = resolve(typedIn, path), within = relative(Deno.cwd(), whole);
  return within === ".." || within.startsWith("../") || isAbsolute(within) ? whole : within || ".";
}
