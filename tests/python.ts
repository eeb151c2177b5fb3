import assert from "node:assert/strict";

/**
 * Whether this machine's Python has modules, for tests that run where it does, and are not there and
 * ignored elsewhere, since nothing is missing that the project needs.
 *
 * @param modules as in an import statement
 */
export function pythonHas(modules: string): boolean {
  const python = { name: "run", command: "python3" } as const;
  if (Deno.permissions.querySync(python).state !== "granted") return false;
  for (const name of ["read", "write"] as const) {
    if (Deno.permissions.querySync({ name }).state !== "granted") return false;
  }
  try {
    return new Deno.Command("python3", { args: ["-c", `import ${modules}`] }).outputSync().success;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}

/**
 * Runs a Python program.
 *
 * @param cwd where it runs
 * @returns what it prints on standard output
 */
export async function runPython(args: readonly string[], cwd?: string): Promise<string> {
  const command = new Deno.Command("python3", { args: [...args], cwd });
  const { success, stdout, stderr } = await command.output();
  const decoder = new TextDecoder();
  assert.ok(success, decoder.decode(stderr));
  return decoder.decode(stdout);
}
