/**
 * Writes files and folders whole or not at all.
 *
 * @module
 */
export { makeFolder } from "./make_folder.ts";
export { writeAtomically } from "./write_atomically.ts";
export type { DownloadOptions } from "./download_file.ts";
