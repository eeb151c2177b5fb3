import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { UserError } from "../../language/user_error.ts";
import { siteMessages } from "./messages.ts";

/**
 * Bundles modules for browsers, minified, each into one script that needs no other.
 *
 * This takes `Deno.bundle`, which is unstable, and permission to read the modules. The first time, Deno
 * fetches its bundler from npm.
 *
 * @param modules their addresses
 * @returns the scripts by the names of their modules, such as `worker` of `worker.ts`
 * @throws {UserError} if there is no bundler, or it fails
 */
export async function bundleScripts(
  modules: readonly URL[],
): Promise<Map<string, Uint8Array<ArrayBuffer>>> {
  if (!("bundle" in Deno)) throw new UserError(siteMessages.bundlerMissing());
  const { success, errors, outputFiles = [] } = await Deno.bundle({
    entrypoints: modules.map((module) => fileURLToPath(module)),
    // Only names: nothing is written.
    outputDir: "scripts",
    write: false,
    platform: "browser",
    format: "iife",
    minify: true,
  }).catch((cause) => {
    throw new UserError(siteMessages.bundlingFailed({ detail: String(cause.message) }), { cause });
  });
  if (!success) {
    throw new UserError(siteMessages.bundlingFailed({ detail: errors[0]?.text ?? "" }));
  }
  return new Map(outputFiles.map(({ path, contents }) => [basename(path, ".js"), contents!]));
}
