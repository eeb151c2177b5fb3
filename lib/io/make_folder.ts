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
