/**
 * Turns the first Ctrl-C into a signal, so that the work can end in order. The second Ctrl-C ends the
 * process at once.
 */
export function abortOnInterrupt(): AbortSignal {
  const controller = new AbortController();
  const stop = () => {
    Deno.removeSignalListener("SIGINT", stop);
    controller.abort();
  };
  Deno.addSignalListener("SIGINT", stop);
  return controller.signal;
}
