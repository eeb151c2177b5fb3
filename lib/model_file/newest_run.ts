import { join } from "node:path";
import { ifExists } from "../io/if_exists.ts";
import { UserError } from "../language/user_error.ts";
import { modelFileMessages } from "./messages.ts";

/**
 * Finds the folder of the run whose model was written last.
 *
 * @param runs folder of runs
 * @param file path within the run of the file whose time counts
 * @returns path of the run's folder
 * @throws {UserError} if there is no run with such a file
 */
export async function newestRun(runs: string, file = "model.safetensors"): Promise<string> {
  let newest: { folder: string; written: number } | undefined;
  for (const name of await namesIn(runs)) {
    const folder = join(runs, name);
    const written = await writtenAt(join(folder, file));
    if (written !== undefined && written > (newest?.written ?? -Infinity)) {
      newest = { folder, written };
    }
  }
  if (newest) return newest.folder;
  throw new UserError(modelFileMessages.noRun({ runs, file }));
}

async function namesIn(folder: string): Promise<string[]> {
  const names = await ifExists(Array.fromAsync(Deno.readDir(folder), ({ name }) => name));
  return names?.sort() ?? [];
}

async function writtenAt(file: string): Promise<number | undefined> {
  try {
    const { isFile, mtime } = await Deno.stat(file);
    return isFile ? mtime?.getTime() : undefined;
  } catch (error) {
    if (error instanceof Deno.errors.NotCapable) throw error;
    // A run that cannot be read, as with links that go in circles, does not hide the others.
    return undefined;
  }
}
