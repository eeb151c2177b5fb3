/**
 * Writes a file, whole or not at all: under a temporary name beside it, synced to the disk, renamed.
 * A reader finds the old content or the new at any moment, even after a power cut.
 *
 * @param path where to write the file; its folder must exist
 * @param content text is written as UTF-8
 */
export async function writeAtomically(path: string, content: Uint8Array | string): Promise<void> {
  const draft = `${path}.${crypto.randomUUID()}.part`;
  try {
    const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
    await Deno.writeFile(draft, bytes, { createNew: true });
    using file = await Deno.open(draft, { write: true });
    await file.sync();
    await Deno.rename(draft, path);
  } catch (error) {
    await Deno.remove(draft).catch(() => {});
    throw error;
  }
}
