/**
 * Reads a file that an npm package carries, such as a WebAssembly program or a font. This takes no
 * network, but permission to read.
 *
 * An import of bytes would need no permission, but a package on a registry cannot have one, and a
 * program that uses the library would need a flag.
 *
 * @param url what `import.meta.resolve` gives for the file, in a module that imports something of the
 *   package: only then is the package on this machine for sure
 * @example
 * ```ts
 * const wasm = readPackageFile(import.meta.resolve("@resvg/resvg-wasm/index_bg.wasm"));
 * ```
 */
export function readPackageFile(url: string): Uint8Array<ArrayBuffer> {
  return Deno.readFileSync(new URL(url));
}
