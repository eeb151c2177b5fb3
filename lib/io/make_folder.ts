import { message } from "../language/message.ts";
import { UserError } from "../language/user_error.ts";

/**
 * Makes a folder to write into, in one that may have come from anywhere: where a link stands in its
 * place, what is written would land elsewhere.
 *
 * @param path its parent exists
 * @throws {UserError} when something else than a folder stands there
 */
export async function makeFolder(path: string): Promise<void> {
  const found = await Deno.lstat(path).catch((error) => {
    if (error instanceof Deno.errors.NotFound) return null;
    throw error;
  });
  if (found === null) return await Deno.mkdir(path);
  if (found.isDirectory) return;
  const what = found.isSymlink ? message`a link` : message`a file`;
  throw new UserError(
    message`cannot write into "${path}": wanted a folder, found ${what}; remove it`,
  );
}
