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
 * @returns the program's bytes
 * @throws {Error} with the compiler's words
 */
export async function compileAssembly(): Promise<Uint8Array> {
  let program: Uint8Array | undefined;
  const { error, stderr } = await asc.main(
    ["index.ts", "--config", "asconfig.json", "--outFile", "kernels.wasm"],
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

if (import.meta.main) {
  await Deno.writeTextFile(
    join(folder, "runtime", "kernels_program.ts"),
    `// Made by \`deno task kernels\` of kernels/wasm/assembly.

/** The WebAssembly program of our kernels. */
export const kernelsProgram: Uint8Array<ArrayBuffer> = Uint8Array.fromBase64(
  "${(await compileAssembly()).toBase64()}",
);
`,
  );
}
