import { join } from "node:path";
import { message } from "../../language/message.ts";
import { UserError } from "../../language/user_error.ts";

/**
 * Takes a run's folder for this process alone, until what is returned is disposed of.
 *
 * The lock is the operating system's, on the file `lock` in the folder, and ends with its holder,
 * however that ends: a run that was killed can be gone on with at once. The file stays, since a lock
 * on a removed file would keep nobody out; it holds the holder's process id.
 *
 * @param run an existing folder
 * @throws {UserError} when another process, or another training of this one, holds it, or something
 *   else stands in its place: what a link leads to would be overwritten
 */
export async function lockRun(run: string): Promise<Disposable> {
  const path = join(run, "lock");
  const found = await Deno.lstat(path).catch((error) => {
    if (error instanceof Deno.errors.NotFound) return null;
    throw error;
  });
  if (found && !found.isFile) {
    throw new UserError(
      message`cannot train into "${run}": wanted a file of its own at "${path}", found something
        else; remove it`,
    );
  }
  const file = await Deno.open(path, { read: true, write: true, create: true });
  try {
    if (!await file.tryLock(true)) throw await inUse(run, path);
    await file.truncate();
    // It helps others alone: a full disk fails, by name, what the run itself writes.
    await file.write(new TextEncoder().encode(`${Deno.pid}\n`)).catch(() => {});
    return file;
  } catch (error) {
    file.close();
    throw error;
  }
}

async function inUse(run: string, path: string): Promise<UserError> {
  // Windows lets nobody read a file that another has locked.
  const holder = (await Deno.readTextFile(path).catch(() => "")).trim();
  return new UserError(
    message`cannot train into "${run}": the process ${holder || "?"} trains into it now; wait for
      its end, or name another --out`,
  );
}
