// @ts-types="@types/cli-progress"
import cliProgress from "cli-progress";
import process from "node:process";

/** Shows how far a task has come. */
export interface Progress {
  /**
   * Shows a new state.
   *
   * @param value how much is done, 0 to the total
   * @param payload what else to show, such as images per second and the loss
   */
  update(value: number, payload?: string): void;
  /** Shows a line that stays, above the bar. */
  note(line: string): void;
  /** Stops, and leaves the last state on the screen. */
  stop(): void;
}

/** On a terminal, milliseconds from one state to the next. */
const renderEvery = 100;
/** Without a terminal, seconds from one line to the next. */
const plainSeconds = 10;

/**
 * Starts a progress bar on stderr, or, where stderr is not a terminal, a plain line now and then.
 *
 * @param label what is going on, such as `training`
 * @param total what `value` reaches when all is done
 */
export function startProgress(label: string, total: number): Progress {
  return Deno.stderr.isTerminal() ? bar(label, total) : plainLines(label, total, console.error);
}

function bar(label: string, total: number): Progress {
  // There is one bar, but only a multi-bar can write lines above itself.
  const bars = new cliProgress.MultiBar({
    format: `${label} {bar} {percentage}% | {payload}`,
    stream: process.stderr,
    barsize: 24,
    hideCursor: true,
    // The task itself ends a run on Ctrl-C.
    gracefulExit: false,
  }, cliProgress.Presets.shades_classic);
  const single = bars.create(total, 0, { payload: "" });
  let rendered = -Infinity;
  return {
    update(next, payload) {
      single.update(next, payload === undefined ? {} : { payload });
      // The bar's own timer has no time while work never waits, such as after the end of this work.
      if (next < total && performance.now() - rendered < renderEvery) return;
      bars.update();
      rendered = performance.now();
    },
    note: (line) => bars.log(`${line}\n`),
    stop: () => bars.stop(),
  };
}

/**
 * Shows progress without a terminal.
 *
 * @param label what is going on, such as `training`
 * @param total what `value` reaches when all is done
 * @param write shows one line
 */
export function plainLines(
  label: string,
  total: number,
  write: (line: string) => void,
): Progress {
  let pending: string | undefined;
  let shown = -Infinity;
  const show = () => {
    if (pending !== undefined) write(pending);
    pending = undefined;
    shown = performance.now();
  };
  return {
    update(value, payload) {
      const percent = total > 0 ? Math.floor(100 * Math.min(1, value / total)) : 100;
      pending = `${label} ${percent}%${payload ? ` | ${payload}` : ""}`;
      if (performance.now() - shown >= 1000 * plainSeconds) show();
    },
    note(line) {
      // The state that waits is older than the note.
      pending = undefined;
      write(line);
    },
    stop: show,
  };
}
