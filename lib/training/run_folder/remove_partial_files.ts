import { join } from "node:path";

/**
 * Removes what a killed process left of files that it was writing, see `writeAtomically`, from a run's
 * folder and those in it. Nobody else may be writing there.
 */
export async function removePartialFiles(run: string): Promise<void> {
  for await (const { name, isDirectory, isFile } of Deno.readDir(run)) {
    const path = join(run, name);
    if (isDirectory) await removePartialFiles(path);
    else if (isFile && draftName.test(name)) await Deno.remove(path);
  }
}

/** A UUID stands before the ending. */
const draftName = /\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\.part$/;
