import { basename } from "node:path";
import { fileURLToPath } from "node:url";
import { UserError } from "../../language/user_error.ts";
import { siteMessages } from "./messages.ts";

/** How scripts are bundled. */
export interface BundleOptions {
  /** `iife`, the default, runs as a script of any kind, and `esm` as a module. */
  readonly format?: "iife" | "esm";
  /** Packages that another script exports, with its address. Only modules can have them. */
  readonly elsewhere?: Readonly<Record<string, string>>;
}

/**
 * Bundles modules for browsers, minified, each into one script.
 *
 * This takes `Deno.bundle`, which is unstable, and permission to read the modules. The first time, Deno
 * fetches its bundler from npm.
 *
 * @param modules their addresses
 * @returns the scripts by the names of their modules, such as `worker.js` of `worker.ts`
 * @throws {UserError} if there is no bundler, or it fails
 */
export async function bundleScripts(
  modules: readonly URL[],
  { format = "iife", elsewhere = {} }: BundleOptions = {},
): Promise<Map<string, Uint8Array<ArrayBuffer>>> {
  if (!("bundle" in Deno)) throw new UserError(siteMessages.bundlerMissing());
  const { success, errors, outputFiles = [] } = await Deno.bundle({
    entrypoints: modules.map((module) => fileURLToPath(module)),
    external: Object.keys(elsewhere),
    // Only for names: nothing is written.
    outputDir: "scripts",
    write: false,
    platform: "browser",
    format,
    minify: true,
  }).catch((cause) => {
    throw new UserError(siteMessages.bundlingFailed({ detail: String(cause.message) }), { cause });
  });
  if (!success) {
    throw new UserError(siteMessages.bundlingFailed({ detail: errors[0]?.text ?? "" }));
  }
  return new Map(
    outputFiles.map((file) => [
      basename(file.path),
      new TextEncoder().encode(renameImports(file.text(), elsewhere)),
    ]),
  );
}

/** Workers have no import map. */
function renameImports(script: string, names: Readonly<Record<string, string>>): string {
  return script.replaceAll(
    /\b(from|import)"([^"]+)"/g,
    (whole, word, name) => Object.hasOwn(names, name) ? `${word}"${names[name]}"` : whole,
  );
}
