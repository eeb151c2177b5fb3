import { join } from "node:path";
import config from "../../deno.json" with { type: "json" };

const project = join(import.meta.dirname!, "..", "..");

/**
 * Starts a task in a process of its own, with the permissions that `deno task` gives it, but no
 * network.
 *
 * @param file the task's file in `tasks/`
 * @param cwd where it starts, and keeps its cache
 * @param env variables beside, or in place of, those that it has here: `INIT_CWD` is where its paths are
 *   typed, as `deno task` tells
 */
export async function startTask(
  file: string,
  cwd: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Deno.ChildProcess> {
  return new Deno.Command("deno", {
    args: [
      ...["run", "--no-prompt", ...permissions(file), `--config=${join(project, "deno.json")}`],
      ...[join(project, "tasks", file), ...args],
    ],
    cwd,
    stdout: "piped",
    stderr: "piped",
    // Pixels are kept in the test's folder, packages where they are.
    env: {
      NO_COLOR: "1",
      LC_ALL: "C",
      INIT_CWD: cwd,
      XDG_CACHE_HOME: join(cwd, "cache"),
      DENO_DIR: await packageCache(),
      ...env,
    },
  }).spawn();
}

/** What `deno.json` permits a task, but no network. */
function permissions(file: string): string[] {
  const { command } = Object.values(config.tasks)
    .find(({ command }) => command.endsWith(` tasks/${file}`))!;
  return command.split(" ").filter((flag) => /^--allow-(?!net)/.test(flag));
}

/** Runs a task to its end. */
export async function runTask(
  file: string,
  cwd: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<{ code: number; stdout: string; stderr: string }> {
  const task = await startTask(file, cwd, args, env);
  const { code, stdout, stderr } = await task.output();
  return { code, stdout: text(stdout), stderr: text(stderr) };
}

/** Where Deno keeps packages. */
export async function packageCache(): Promise<string> {
  const { stdout } = await new Deno.Command("deno", { args: ["info", "--json"] }).output();
  return JSON.parse(text(stdout)).denoDir;
}

function text(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes);
}
