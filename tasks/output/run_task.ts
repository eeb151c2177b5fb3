import { CommanderError } from "@commander-js/extra-typings";
import { describeError } from "./describe_error.ts";
import { requestedLanguage, setLanguage } from "../language/language.ts";

/**
 * Runs a task and ends the process: with the number that the action returns, with 0 when it returns
 * none, and with 2 when it fails, after saying why on stderr (see {@linkcode describeError}).
 *
 * Workers that still run do not keep the process alive. What it says is in the language that was asked
 * for (see {@linkcode requestedLanguage}).
 *
 * @param name the task's name, which stands before the message
 * @param action reads the flags, calls the library, shows the outcome
 */
export async function runTask(name: string, action: () => Promise<number | void>): Promise<void> {
  globalThis.addEventListener("unhandledrejection", (event) => {
    event.preventDefault();
    fail(name, event.reason);
  });
  // A write beyond the limit on files' sizes fails, in place of ending the process without a word.
  if (Deno.build.os !== "windows") Deno.addSignalListener("SIGXFSZ", () => {});
  // Vulkan's loader complains on stderr where this is not set, and uses nothing in it.
  if (!Deno.env.has("XDG_RUNTIME_DIR")) Deno.env.set("XDG_RUNTIME_DIR", Deno.cwd());
  setLanguage(requestedLanguage(Deno.args, (variable) => Deno.env.get(variable)));
  try {
    Deno.exit(await action() ?? 0);
  } catch (error) {
    fail(name, error);
  }
}

function fail(name: string, error: unknown): never {
  // Help and version are "errors" to Commander: already shown, and all is well.
  if (error instanceof CommanderError && error.exitCode === 0) Deno.exit(0);
  console.error(`${name}: ${describeError(error)}`);
  Deno.exit(2);
}
