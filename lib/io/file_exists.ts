/** Tells whether there is a file, or a folder, at a path. */
export async function fileExists(path: string): Promise<boolean> {
  try {
    await Deno.stat(path);
    return true;
  } catch (error) {
    // A file stands where one of its folders should.
    if (error instanceof Deno.errors.NotADirectory) return false;
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}
