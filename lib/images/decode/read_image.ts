import { decodeImage } from "./decode_image.ts";
import type { Pixels } from "./pixels.ts";
import { Message, message } from "../../language/message.ts";
import { UserError } from "../../language/user_error.ts";

/**
 * Reads one picture from a file.
 *
 * @throws {UserError} when there is no such file, or it holds no picture that can be decoded
 */
export async function readImage(path: string): Promise<Pixels> {
  try {
    return await decodeImage(await Deno.readFile(path));
  } catch (error) {
    throw new UserError(message`cannot read the picture "${path}": ${adviceFor(error)}`, {
      cause: error,
    });
  }
}

function adviceFor(error: unknown): Message {
  if (error instanceof Deno.errors.NotFound) return message`there is no such file; check the path`;
  if (error instanceof Deno.errors.IsADirectory) {
    return message`it is a folder; name a picture, or give the folder with --data`;
  }
  const phrase = error instanceof Error ? error.message : String(error);
  // What the decoder says is a reason, which may stand in the catalogue.
  return message`${new Message(phrase, [])}; give another file`;
}
