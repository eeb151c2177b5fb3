import { UserError } from "../../language/user_error.ts";
import type { UserMessage } from "../../language/user_message.ts";
import { decodeImage } from "./decode_image.ts";
import { ImageError } from "./image_error.ts";
import { decodeMessages as messages } from "./messages.ts";
import type { Pixels } from "./pixels.ts";

/**
 * Reads an image from a file.
 *
 * @throws {UserError} when there is no such file, or it is no image that can be decoded
 *
 * @example
 * ```ts
 * import { readImage } from "@futago/futago";
 *
 * const { width, height, data } = await readImage("A.jpg");
 * console.log(width, height, data.length === 3 * width * height);
 * ```
 */
export async function readImage(path: string): Promise<Pixels> {
  try {
    return await decodeImage(await Deno.readFile(path));
  } catch (error) {
    throw new UserError(messages.cannotRead({ path, reason: adviceFor(error) }), { cause: error });
  }
}

function adviceFor(error: unknown): UserMessage {
  if (error instanceof Deno.errors.NotFound) return messages.noSuchFile();
  if (error instanceof Deno.errors.IsADirectory) {
    return messages.isFolder({ data: { option: "data" } });
  }
  const detail = error instanceof Error ? error.message : String(error);
  return messages.giveAnother({ reason: error instanceof ImageError ? error.reason : detail });
}
