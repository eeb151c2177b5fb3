import assert from "node:assert/strict";
import { join, relative, sep } from "node:path";
import { needs } from "./needs.ts";

const root = join(import.meta.dirname!, "..");

/**
 * Types of packages, which `deno doc` takes for private ones of ours: it can be satisfied neither by
 * importing them nor by exporting them again.
 */
const packageTypes = new Set([
  ...["Tensor", "Tensor1D", "Tensor2D", "Tensor4D", "Scalar", "Variable", "NamedTensorMap"],
  ...["GenericSchema", "InferOutput", "OptionalSchema"],
]);

/** Runs Deno in a folder. */
async function deno(args: readonly string[], cwd: string) {
  const { success, stderr } = await new Deno.Command(Deno.execPath(), {
    args: [...args],
    cwd,
    env: { NO_COLOR: "1" },
  }).output();
  return { success, said: new TextDecoder().decode(stderr) };
}

/** What `deno doc --lint` finds, but for types of packages. */
async function documentationFaults(files: readonly string[], cwd: string): Promise<string[]> {
  const { success, said } = await deno(["doc", "--lint", ...files], cwd);
  const faults = said.split(/^(?=error\[)/m).filter((part) => part.startsWith("error["));
  assert.ok(success || faults.length > 0, said);
  return faults.filter((fault) => {
    const [, type] = /^error\[private-type-ref\]: .* references private type '(\w+)'/.exec(fault) ??
      [];
    return type === undefined || !packageTypes.has(type);
  });
}

async function entryModules(): Promise<string[]> {
  const { exports } = JSON.parse(await Deno.readTextFile(join(root, "deno.json")));
  return Object.values<string>(exports).map((path) => path.replace("./", ""));
}

Deno.test({
  name: "the package exports every entry module, and nothing else",
  ...needs({ read: true }),
  async fn() {
    const found = ["mod.ts"];
    for (const folder of ["lib", "kernels", "data"]) collect(join(root, folder), found);
    assert.deepEqual((await entryModules()).sort(), found.sort());
  },
});

Deno.test({
  name: "everything that the package exports is documented",
  ...needs({ read: true, run: true }),
  async fn() {
    assert.deepEqual(await documentationFaults(await entryModules(), root), []);
  },
});

Deno.test({
  name: "what is not documented is found",
  ...needs({ read: true, write: true, run: true }),
  async fn() {
    const folder = await Deno.makeTempDir();
    try {
      await Deno.writeTextFile(
        join(folder, "a.ts"),
        "interface Hidden {}\n/** Takes it. */\nexport function take(_: Hidden): void {}\n" +
          "export function untold(): void {}\n",
      );
      const faults = await documentationFaults(["a.ts"], folder);
      assert.equal(faults.length, 2, faults.join("\n"));
    } finally {
      await Deno.remove(folder, { recursive: true });
    }
  },
});

Deno.test({
  name: "the package can be published",
  ...needs({ read: true, run: true }),
  async fn() {
    const { success, said } = await deno(["publish", "--dry-run", "--allow-dirty"], root);
    assert.ok(success, said);
    assert.doesNotMatch(said, /\/(tests|bench|\.ci|runs)\//);
    assert.match(said, /\/kernels\/webgpu\/.*\.wgsl /);
  },
});

function collect(folder: string, found: string[]): void {
  for (const { name, isDirectory } of Deno.readDirSync(folder)) {
    const path = join(folder, name);
    if (isDirectory) collect(path, found);
    else if (name === "mod.ts") found.push(relative(root, path).replaceAll(sep, "/"));
  }
}
