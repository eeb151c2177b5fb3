/**
 * Compiles `kernels/wasm/assembly` to `kernels/wasm/runtime/kernels_program.ts`: `deno task kernels`.
 *
 * @module
 */

import asc from "assemblyscript/asc";
import { join } from "node:path";

const folder = import.meta.dirname!;

/**
 * Compiles the kernels.
 *
 * @param options for the compiler, beside those of `asconfig.json`
 * @returns the program's bytes
 * @throws {Error} with the compiler's words
 */
export async function compileAssembly(options: readonly string[] = []): Promise<Uint8Array> {
  let program: Uint8Array | undefined;
  const { error, stderr } = await asc.main(
    ["index.ts", "--config", "asconfig.json", "--outFile", "kernels.wasm", ...options],
    {
      readFile: (name) => Deno.readTextFile(join(folder, "assembly", name)).catch(() => null),
      writeFile(_, contents) {
        program = contents as Uint8Array;
      },
      listFiles: () => [],
    },
  );
  if (error || !program) throw new Error(`${error?.message ?? ""}\n${stderr}`);
  return program;
}

/** Options for browsers that have no relaxed SIMD. */
export const withoutRelaxedSimd = ["--disable", "relaxed-simd"];

if (import.meta.main) {
  const text = async (options?: readonly string[]) => (await compileAssembly(options)).toBase64();
  await Deno.writeTextFile(
    join(folder, "runtime", "kernels_program.ts"),
    `// Made by \`deno task kernels\` of kernels/wasm/assembly.

/** The WebAssembly program of our kernels. */
export const kernelsProgram: Uint8Array<ArrayBuffer> = Uint8Array.fromBase64(
  "${await text()}",
);

/** The same for browsers that have no relaxed SIMD: it multiplies and adds in two steps. */
export const plainKernelsProgram: Uint8Array<ArrayBuffer> = Uint8Array.fromBase64(
  "${await text(withoutRelaxedSimd)}",
);
`,
  );
}
