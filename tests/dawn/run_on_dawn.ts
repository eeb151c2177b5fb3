import { join } from "node:path";
import { dawnIntegrity, dawnPackage } from "./dawn_package.ts";

/** Where Debian's Chromium has the file of its software adapter, SwiftShader. */
export const swiftShader = "/usr/lib/chromium/vk_swiftshader_icd.json";

/** Dawn's backends: Vulkan on SwiftShader, and one that compiles every shader and computes nothing. */
export type DawnBackend = "vulkan" | "null";

const project = join(import.meta.dirname!, "..", "..");

/**
 * Runs Deno in a process of its own, with Dawn in the place of its WebGPU.
 *
 * @param args Deno's, from the subcommand on
 * @returns what it wrote to standard output and to standard error
 */
export async function runOnDawn(
  backend: DawnBackend,
  [command, ...args]: readonly [command: "test" | "run", ...string[]],
): Promise<{ success: boolean; stdout: string; stderr: string }> {
  const lock = await Deno.makeTempFile({ suffix: ".lock" });
  try {
    await Deno.writeTextFile(lock, await lockWithDawn());
    const { success, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
      args: [
        ...[command, "--no-check", "--no-prompt", "--frozen", `--lock=${lock}`],
        ...["--allow-ffi", "--allow-read", "--allow-env", "--allow-sys"],
        ...[`--preload=${join(import.meta.dirname!, "use_dawn.ts")}`, ...args],
      ],
      cwd: project,
      env: { NO_COLOR: "1", DAWN_BACKEND: backend, VK_ICD_FILENAMES: swiftShader },
    }).output();
    const [out, error] = [stdout, stderr].map((bytes) => new TextDecoder().decode(bytes));
    return { success, stdout: out!, stderr: error! };
  } finally {
    await Deno.remove(lock);
  }
}

/** The project's lock file, and Dawn. What else its package names is for building it. */
async function lockWithDawn(): Promise<string> {
  const { specifiers, npm, ...rest } = JSON.parse(
    await Deno.readTextFile(join(project, "deno.lock")),
  );
  const [, version] = dawnPackage.split("@");
  return JSON.stringify({
    ...rest,
    specifiers: { ...specifiers, [`npm:${dawnPackage}`]: version },
    npm: { ...npm, [dawnPackage]: { integrity: dawnIntegrity } },
  });
}
