import { readBounded } from "./read_bounded.ts";

/**
 * Reads a whole file of UTF-8 text, as {@linkcode readBounded} reads bytes. Bytes that are not UTF-8
 * read as U+FFFD.
 */
export async function readBoundedText(path: string, max: number): Promise<string> {
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(await readBounded(path, max));
}
