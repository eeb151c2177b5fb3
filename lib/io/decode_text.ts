import { UserError } from "../language/user_error.ts";
import { ioMessages as messages } from "./messages.ts";

/**
 * Decodes the text of a file that people make: UTF-8, or UTF-16 with a byte order mark, as spreadsheets and
 * Windows write it. There is no byte order mark in the result.
 *
 * @param path the file, for the message
 * @throws {UserError} on any other encoding, such as Shift_JIS, where names would become others
 */
export function decodeText(bytes: Uint8Array, path: string): string {
  const [first, second] = bytes;
  const encoding = first === 0xff && second === 0xfe
    ? "utf-16le"
    : first === 0xfe && second === 0xff
    ? "utf-16be"
    : "utf-8";
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    if (!text.includes("\0")) return text;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
  }
  throw new UserError(messages.encodingUnknown({ path }));
}
