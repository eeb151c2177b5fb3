import { basename, dirname, isAbsolute, join, relative, resolve } from "node:path";
import { UserError } from "../language/user_error.ts";
import { ifExists } from "./if_exists.ts";
import { ioMessages as messages } from "./messages.ts";

/** What a folder to write into must be apart from, and what it may hold. */
export interface OutputFolderOptions {
  /** Folders of images. Files among them would become images of an identity, and images can be overwritten. */
  readonly inputs: readonly string[];
  /** Tells by its name whether a file of an earlier attempt may be there. By default, none may. */
  readonly mayHold?: (name: string) => boolean;
}

/**
 * Checks that a folder can take new files without overwriting anything: there is no folder yet, or one
 * that is empty but for hidden files, and it is apart from the folders of images. Option `out` names it.
 *
 * @throws {UserError} if it is a file, holds something, is inside a folder of images, or has one inside
 */
export async function requireOutputFolder(
  folder: string,
  { inputs, mayHold = () => false }: OutputFolderOptions,
): Promise<void> {
  await requireApart(folder, inputs);
  const found = await ifExists(Deno.stat(folder));
  if (found === null) return await requireFolderAbove(folder);
  if (!found.isDirectory) throw new UserError(messages.outputIsFile({ path: folder, out }));
  for await (const { name } of Deno.readDir(folder)) {
    if (name.startsWith(".") || mayHold(name)) continue;
    throw new UserError(messages.outputHolds({ folder, name, out }));
  }
}

/**
 * Checks that a folder to write into is neither inside a folder of images nor around one, links resolved.
 *
 * @throws {UserError} if it is
 */
export async function requireApart(folder: string, inputs: readonly string[]): Promise<void> {
  const place = await realPlace(folder);
  for (const input of inputs) {
    const images = await realPlace(input);
    if (isInside(place, images)) throw new UserError(messages.outputInside({ folder, input, out }));
    if (isInside(images, place)) throw new UserError(messages.outputAround({ folder, input, out }));
  }
}

/**
 * Checks that a file can be written where there is nothing yet.
 *
 * @param option the option that names it
 * @throws {UserError} if there is something, or no folder for it
 */
export async function requireNewFile(path: string, option: string): Promise<void> {
  if (await ifExists(Deno.lstat(path)) !== null) {
    throw new UserError(messages.fileExists({ path, option: { option } }));
  }
  const folder = dirname(path), found = await ifExists(Deno.stat(folder));
  if (found?.isDirectory) return;
  throw new UserError(messages.noFolderFor({ path, folder, option: { option } }));
}

/** A path with its links resolved; what does not exist yet is taken as it is. */
async function realPlace(path: string): Promise<string> {
  const whole = resolve(path);
  const real = await ifExists(Deno.realPath(whole));
  if (real !== null || dirname(whole) === whole) return real ?? whole;
  return join(await realPlace(dirname(whole)), basename(whole));
}

function isInside(path: string, folder: string): boolean {
  const within = relative(folder, path);
  return !isAbsolute(within) && within.split(/[\\/]/)[0] !== "..";
}

/** So that a file in place of a folder above is found before any work. */
async function requireFolderAbove(folder: string): Promise<void> {
  const above = dirname(resolve(folder));
  const found = await ifExists(Deno.stat(above));
  if (found === null && dirname(above) !== above) return await requireFolderAbove(above);
  if (found?.isDirectory === false) {
    throw new UserError(messages.outputIsFile({ path: above, out }));
  }
}

const out = { option: "out" };
