// @ts-types="@types/cli-progress"
import cliProgress from "cli-progress";
import process from "node:process";

/** Shows how far a task has come. */
export interface Progress {
  /**
   * @param value how much is done, 0 to the total
   * @param payload what else to say, such as images a second and loss
   */
  update(value: number, payload?: string): void;
  /** Shows a line that stays, above the bar. */
  note(line: string): void;
  /** Leaves the last state on the screen. */
  stop(): void;
}

/** On a terminal, milliseconds from one state to the next. */
const drawEvery = 100;
/** Without a terminal, a line at most this often. */
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
  // One bar, but a multi-bar: only that can write lines above itself.
  const bars = new cliProgress.MultiBar({
    format: `${label} {bar} {percentage}% | {payload}`,
    stream: process.stderr,
    barsize: 24,
    hideCursor: true,
    // The task ends a run on Ctrl-C itself.
    gracefulExit: false,
  }, cliProgress.Presets.shades_classic);
  const single = bars.create(total, 0, { payload: "" });
  let drawn = -Infinity;
  return {
    update(next, payload) {
      single.update(next, payload === undefined ? {} : { payload });
      // Work that never waits leaves the bar's own timer no time; the end may be the start of such.
      if (next < total && performance.now() - drawn < drawEvery) return;
      bars.update();
      drawn = performance.now();
    },
    note: (line) => bars.log(`${line}\n`),
    stop: () => bars.stop(),
  };
}

/**
 * Progress without a terminal.
 *
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
      // What is still to be shown is older than the note.
      pending = undefined;
      write(line);
    },
    stop: show,
  };
}
