import { UserError } from "../language/user_error.ts";
import { ioMessages as messages } from "./messages.ts";

/**
 * Reads a whole file that can be anything, such as one of a run that somebody sent: a folder, a device
 * that never ends, or larger than the memory.
 *
 * @param max bytes that the file may have
 * @throws {Deno.errors.NotFound} when there is no file, or a file stands in place of one of its folders
 * @throws {UserError} when it is not a file, is larger, or cannot be read
 */
export async function readBounded(path: string, max: number): Promise<Uint8Array<ArrayBuffer>> {
  try {
    const { isFile, size } = await Deno.stat(path);
    if (!isFile) throw new UserError(messages.notAFile({ path }));
    if (size > max) throw new UserError(messages.fileTooLarge({ path, max, size }));
    return await Deno.readFile(path);
  } catch (error) {
    if (error instanceof UserError || isAboutPermissions(error)) throw error;
    const { message: reason } = error as Error;
    if (error instanceof Deno.errors.NotADirectory) throw new Deno.errors.NotFound(reason);
    if (error instanceof Deno.errors.NotFound) throw error;
    throw new UserError(messages.readFailed({ path, reason }));
  }
}

/** Tasks show such errors with their own advice. */
function isAboutPermissions(error: unknown): boolean {
  return error instanceof Deno.errors.PermissionDenied || error instanceof Deno.errors.NotCapable;
}
