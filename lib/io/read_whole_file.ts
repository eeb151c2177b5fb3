const maxAtOnce = 4 * 2 ** 20;

/**
 * Reads a file into a buffer of its length. `Deno.readFile` takes twice the memory meanwhile, which
 * matters for large images.
 *
 * @throws {Error} Deno's error, when the file cannot be read
 */
export async function readWholeFile(path: string): Promise<Uint8Array<ArrayBuffer>> {
  using file = Deno.openSync(path);
  const bytes = new Uint8Array(file.statSync().size);
  let filled = 0;
  while (filled < bytes.length) {
    const count = await file.read(bytes.subarray(filled, filled + maxAtOnce));
    // The file became shorter meanwhile.
    if (!count) break;
    filled += count;
  }
  return bytes.subarray(0, filled);
}
