import { readBounded } from "./read_bounded.ts";

/**
 * Reads a whole file of text in UTF-8, as {@linkcode readBounded} reads bytes. What is no UTF-8 reads as
 * U+FFFD.
 */
export async function readBoundedText(path: string, most: number): Promise<string> {
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(await readBounded(path, most));
}
