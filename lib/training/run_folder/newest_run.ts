import { join } from "node:path";
import { message } from "../../language/message.ts";
import { UserError } from "../../language/user_error.ts";

/**
 * Finds the folder of the run whose model was written last.
 *
 * @param runs folder of runs
 * @param file path of another file that tells by its time, such as a checkpoint's
 * @returns path of the run's folder
 * @throws {UserError} when there is no run with such a file
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
  throw new UserError(
    message`cannot find a run: wanted one with a ${file} in "${runs}", found none; train one with
      \`deno task train\`, or name the folder of one`,
  );
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return (await Array.fromAsync(Deno.readDir(folder), ({ name }) => name)).sort();
  } catch (error) {
    if (error instanceof Deno.errors.NotFound || error instanceof Deno.errors.NotADirectory) {
      return [];
    }
    throw error;
  }
}

async function writtenAt(file: string): Promise<number | undefined> {
  try {
    const { isFile, mtime } = await Deno.stat(file);
    return isFile ? mtime?.getTime() : undefined;
  } catch (error) {
    if (error instanceof Deno.errors.NotCapable) throw error;
    // Whatever keeps one run from being read, links that go in circles among it, leaves the others.
    return undefined;
  }
}
