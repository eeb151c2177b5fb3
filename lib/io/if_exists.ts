/**
 * Waits for an operation on a file or folder that can be missing.
 *
 * @returns what the operation gives, or null where there is nothing at the path, or a file stands in
 *   place of one of its folders
 * @throws {Error} any other error of the operation
 */
export async function ifExists<T>(operation: Promise<T>): Promise<T | null> {
  try {
    return await operation;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return null;
    if (error instanceof Deno.errors.NotADirectory) return null;
    throw error;
  }
}
