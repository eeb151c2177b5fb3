import { ifExists } from "./if_exists.ts";

/** Tells whether there is a file or a folder at a path. */
export async function fileExists(path: string): Promise<boolean> {
  return await ifExists(Deno.stat(path)) !== null;
}
