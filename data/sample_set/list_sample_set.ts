import { join } from "node:path";
import { UserError } from "../../lib/language/user_error.ts";
import { sampleSetMessages } from "../messages.ts";
import { isIdentityName } from "./identity_name.ts";

/**
 * Lists the images of a sample set that is already there, hidden files aside.
 *
 * @param folder the folder of the set
 * @returns the paths of the images; none where there is no folder
 * @throws {UserError} when the folder holds anything that is no part of a sample set
 */
export async function listSampleSet(folder: string): Promise<string[]> {
  const images: string[] = [];
  for (const identity of await list(folder)) {
    const path = join(folder, identity.name);
    if (!identity.isDirectory || !isIdentityName(identity.name)) throw foreign(folder, path);
    for (const image of await list(path)) {
      const file = join(path, image.name);
      if (!image.isFile || !/^\d+\.jpg$/.test(image.name)) throw foreign(folder, file);
      images.push(file);
    }
  }
  return images;
}

async function list(folder: string): Promise<Deno.DirEntry[]> {
  try {
    const entries = await Array.fromAsync(Deno.readDir(folder));
    return entries.filter(({ name }) => !name.startsWith("."));
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return [];
    if (error instanceof Deno.errors.NotADirectory) throw foreign(folder, folder);
    throw error;
  }
}

function foreign(folder: string, found: string): UserError {
  return new UserError(sampleSetMessages.foreignFile({ folder, path: found }));
}
