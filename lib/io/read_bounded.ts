import { message, type MessageValue } from "../language/message.ts";
import { UserError } from "../language/user_error.ts";

/**
 * Reads a whole file that may be anything, such as one of a run that somebody sent: a folder, a device
 * that never ends, or larger than memory is.
 *
 * @param most bytes that it may have
 * @throws {Deno.errors.NotFound} when there is none, or a file stands where one of its folders should
 * @throws {UserError} when it is no file, is larger, or cannot be read
 */
export async function readBounded(path: string, most: number): Promise<Uint8Array<ArrayBuffer>> {
  const refuse = (reason: MessageValue) =>
    new UserError(message`cannot read "${path}": ${reason}; put the right file there`);
  try {
    const { isFile, size } = await Deno.stat(path);
    if (!isFile) throw refuse(message`it is no file`);
    if (size > most) throw refuse(message`wanted ${most} bytes at most, found ${size}`);
    return await Deno.readFile(path);
  } catch (error) {
    if (error instanceof UserError || isOfPermissions(error)) throw error;
    const { message } = error as Error;
    if (error instanceof Deno.errors.NotADirectory) throw new Deno.errors.NotFound(message);
    throw error instanceof Deno.errors.NotFound ? error : refuse(message);
  }
}

/** They have their own advice. */
function isOfPermissions(error: unknown): boolean {
  return error instanceof Deno.errors.PermissionDenied || error instanceof Deno.errors.NotCapable;
}
