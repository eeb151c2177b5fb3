import { join } from "node:path";
import { message } from "../../lib/language/message.ts";
import { UserError } from "../../lib/language/user_error.ts";
import { isIdentityName } from "./identity_name.ts";

/**
 * Lists the images of a sample set that was drawn before, hidden files aside.
 *
 * @param folder where the set would lie
 * @returns their paths; none when there is no folder
 * @throws {UserError} when the folder holds something that is no part of a sample set
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
  return new UserError(
    message`cannot draw the sample set into ${folder}: found ${found}, which is no part of such a
      set; name another folder, or move that one away`,
  );
}
