import { join } from "node:path";
import { ifExists } from "../../io/if_exists.ts";
import { UserError } from "../../language/user_error.ts";
import { out, runFolderMessages as messages } from "./messages.ts";

/**
 * Locks a run's folder for this process alone, until you dispose of what it returns.
 *
 * The lock is the operating system's, on the file `lock` in the folder. It ends with its holder, however
 * that ends, so that a killed run can resume at once. The file stays, since a lock on a removed file
 * would keep nobody out. It holds the process id of the holder.
 *
 * @param run an existing folder
 * @throws {UserError} if another process, or another training of this one, holds the lock, or something
 *   else stands in its place: the target of a link would be overwritten
 */
export async function lockRun(run: string): Promise<Disposable> {
  const path = join(run, "lock");
  const found = await ifExists(Deno.lstat(path));
  if (found && !found.isFile) {
    throw new UserError(messages.lockNoFile({ run, path }));
  }
  const file = await Deno.open(path, { read: true, write: true, create: true });
  try {
    if (!await file.tryLock(true)) throw await inUse(run, path);
    await file.truncate();
    // It only helps others. A full disk shows, with its name, where the run itself writes.
    await file.write(new TextEncoder().encode(`${Deno.pid}\n`)).catch(() => {});
    return file;
  } catch (error) {
    file.close();
    throw error;
  }
}

async function inUse(run: string, path: string): Promise<UserError> {
  // On Windows, nobody can read a file that another process has locked.
  const holder = (await Deno.readTextFile(path).catch(() => "")).trim();
  return new UserError(messages.inUse({ run, holder: holder || "?", out }));
}
