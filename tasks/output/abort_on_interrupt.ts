/**
 * What asks a process to end. Ctrl-C, `kill` and the end of its terminal; Windows has Ctrl-Break, and no
 * signal that another process can send.
 */
const signals: readonly Deno.Signal[] = Deno.build.os === "windows"
  ? ["SIGINT", "SIGBREAK"]
  : ["SIGINT", "SIGTERM", "SIGHUP"];

/**
 * Turns the first Ctrl-C, or what else asks the process to end, into a signal, so that the work can end
 * in order. The second ends the process at once.
 */
export function abortOnInterrupt(): AbortSignal {
  const controller = new AbortController();
  const stop = () => {
    for (const signal of signals) Deno.removeSignalListener(signal, stop);
    controller.abort();
  };
  for (const signal of signals) Deno.addSignalListener(signal, stop);
  return controller.signal;
}
