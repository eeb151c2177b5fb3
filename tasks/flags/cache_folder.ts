import { join } from "node:path";
import { message, UserError } from "../../mod.ts";

/**
 * The folder that keeps resized pixels from run to run: the user's cache folder, as the system has it.
 *
 * @throws {UserError} when the environment names none
 */
export function cacheFolder(): string {
  const home = Deno.env.get("HOME");
  const root = Deno.env.get("XDG_CACHE_HOME") ?? Deno.env.get("LOCALAPPDATA") ??
    (home && join(home, ".cache"));
  if (root) return join(root, "futago");
  throw new UserError(
    message`found no cache folder: set XDG_CACHE_HOME to a folder that may be written`,
  );
}
