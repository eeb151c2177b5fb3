/**
 * Writes files and folders whole or not at all, and overwrites nothing of the user's.
 *
 * @module
 */
export { decodeText } from "./decode_text.ts";
export { makeFolder, makeNewFolder } from "./make_folder.ts";
export { requireApart, requireNewFile, requireOutputFolder } from "./require_output_folder.ts";
export type { OutputFolderOptions } from "./require_output_folder.ts";
export { writeAtomically } from "./write_atomically.ts";
export type { DownloadOptions } from "./download_file.ts";
