import { CommanderError } from "@commander-js/extra-typings";
import { requestedLanguage, setLanguage } from "../language/language.ts";
import { describeError } from "./describe_error.ts";

/**
 * Runs a task and ends the process. The exit code is the number that the action returns, 0 where it
 * returns none, and 2 where it fails; the reason is then on stderr (see {@linkcode describeError}).
 *
 * Workers that still run do not keep the process alive. The task speaks the language that you ask for
 * (see {@linkcode requestedLanguage}).
 *
 * @param name the task's name, which stands before the error
 * @param action reads the flags, calls the library, shows the result
 */
export async function runTask(name: string, action: () => Promise<number | void>): Promise<void> {
  globalThis.addEventListener("unhandledrejection", (event) => {
    event.preventDefault();
    fail(name, event.reason);
  });
  // A write beyond the limit on file sizes then throws, instead of ending the process silently.
  if (Deno.build.os !== "windows") Deno.addSignalListener("SIGXFSZ", () => {});
  // Without this variable, the Vulkan loader complains on stderr. It does not use the folder.
  if (!Deno.env.has("XDG_RUNTIME_DIR")) Deno.env.set("XDG_RUNTIME_DIR", Deno.cwd());
  setLanguage(requestedLanguage(Deno.args, (variable) => Deno.env.get(variable)));
  try {
    Deno.exit(await action() ?? 0);
  } catch (error) {
    fail(name, error);
  }
}

function fail(name: string, error: unknown): never {
  // To Commander, help is an "error" with exit code 0. It is on the screen already.
  if (error instanceof CommanderError && error.exitCode === 0) Deno.exit(0);
  console.error(`${name}: ${describeError(error)}`);
  Deno.exit(2);
}
