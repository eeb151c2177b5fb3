import { UserError } from "../language/user_error.ts";
import { ifExists } from "./if_exists.ts";
import { ioMessages as messages } from "./messages.ts";

/**
 * Makes a folder to write into. Its parent can come from anywhere, so that a link in place of the folder
 * is refused: files written through it would land elsewhere.
 *
 * @param path the folder; its parent must exist
 * @throws {UserError} when something other than a folder is there
 */
export async function makeFolder(path: string): Promise<void> {
  const found = await ifExists(Deno.lstat(path));
  if (found === null) return await Deno.mkdir(path);
  if (found.isDirectory) return;
  throw new UserError(
    found.isSymlink
      ? messages.linkInPlaceOfFolder({ path })
      : messages.fileInPlaceOfFolder({ path }),
  );
}

/**
 * Makes a folder of a name that nothing has yet: the name itself, or the first that is free of `NAME-2`,
 * `NAME-3` and so on.
 *
 * @param path where to make it; its parent must exist
 * @returns the path of the new folder
 */
export async function makeNewFolder(path: string): Promise<string> {
  for (let number = 1;; number++) {
    const numbered = number === 1 ? path : `${path}-${number}`;
    try {
      await Deno.mkdir(numbered);
      return numbered;
    } catch (error) {
      if (!(error instanceof Deno.errors.AlreadyExists)) throw error;
    }
  }
}
