import { join } from "node:path";
import { UserError } from "../../lib/language/mod.ts";
import { commandMessages } from "./command_messages.ts";

/**
 * The folder that keeps resized pixels from run to run, in the user's cache folder.
 *
 * @throws {UserError} if the environment names no cache folder
 */
export function cacheFolder(): string {
  const home = Deno.env.get("HOME");
  const root = Deno.env.get("XDG_CACHE_HOME") ?? Deno.env.get("LOCALAPPDATA") ??
    (home && join(home, ".cache"));
  if (root) return join(root, "futago");
  throw new UserError(commandMessages.noCacheFolder());
}
