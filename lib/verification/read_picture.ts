import { decodeImage } from "../images/decode_image.ts";
import type { Pixels } from "../images/pixels.ts";
import { UserError } from "../user_error.ts";

/**
 * Reads one picture from a file.
 *
 * @throws {UserError} when there is no such file, or it holds no picture that can be decoded
 */
export async function readPicture(path: string): Promise<Pixels> {
  try {
    return await decodeImage(await Deno.readFile(path));
  } catch (error) {
    throw new UserError(`cannot read the picture "${path}": ${reasonOf(error)}`, { cause: error });
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof Deno.errors.NotFound) return "there is no such file; check the path";
  if (error instanceof Deno.errors.IsADirectory) {
    return "it is a folder; name a picture, or give the folder with --data";
  }
  return `${error instanceof Error ? error.message : error}; give another file`;
}
