import { escapeControls, message, type TrainEvent } from "../../mod.ts";
import { describeStage } from "./describe_stage.ts";
import { joinedPaths } from "./joined_paths.ts";
import { phrase, textInLanguage } from "../language/language.ts";
import { type Progress, startProgress } from "./progress.ts";
import { reportIndexing } from "./report_indexing.ts";

/** The bar counts thousandths of the run. */
const total = 1000;
/** Names of files that are left out, before only their number is told. */
const mostNamed = 5;

/** Shows how a run goes, on stderr. */
export interface TrainingDisplay {
  event(event: TrainEvent): void;
  note(line: string): void;
  stop(): void;
}

/**
 * Starts to show a run: what it trains on and where, a progress bar, a line an epoch.
 *
 * @param quiet leaves out the lines of single epochs
 */
export function showTraining(quiet: boolean): TrainingDisplay {
  let bar: Progress | undefined;
  // Names of files are in it, which may hold anything.
  const note = (line: string) =>
    bar ? bar.note(escapeControls(line)) : console.error(escapeControls(line));
  const indexing = reportIndexing(note);
  return {
    note,
    stop: () => bar?.stop(),
    event(event) {
      switch (event.kind) {
        case "download":
          bar ??= startProgress(phrase`downloading`, event.total);
          bar.update(event.done, phrase`${megabytes(event.done)} of ${megabytes(event.total)} MB`);
          if (event.done < event.total) return;
          bar.stop();
          bar = undefined;
          return;
        case "indexing":
          return indexing(event.progress);
        case "data":
          return describeData(event, note);
        case "backend":
          return note(phrase`computing on ${event.name}: ${textInLanguage(event.reason)}`);
        case "weights":
          return note(
            phrase`${event.set} tensors from ${event.path}${
              event.ignored.length > 0 ? message`; ${event.ignored.length} have no place here` : ""
            }`,
          );
        case "step":
          bar ??= startProgress(phrase`training`, total);
          return bar.update(
            Math.round(event.progress * total),
            [
              phrase`${event.imagesPerSecond.toFixed(0)} images/s`,
              phrase`loss ${event.loss.toFixed(4)}`,
              phrase`active ${(100 * event.activeFraction).toFixed(0)} %`,
              phrase`left ${duration(event.secondsLeft)}`,
            ].join(" | "),
          );
        case "epoch": {
          const { epoch, loss, activeShare, validation: { auc, eer } } = event.metrics;
          if (quiet) return;
          return note(
            phrase`epoch ${epoch + 1}: loss ${loss.toFixed(4)}, active ${
              (100 * activeShare).toFixed(1)
            } %, validation AUC ${auc.toFixed(4)}, EER ${(100 * eer).toFixed(1)} %${
              event.best ? message`, best so far` : ""
            }`,
          );
        }
        case "comparing":
          return bar?.update(
            total,
            phrase`comparing held-out pictures with others: ${Math.floor(100 * event.progress)} %`,
          );
        case "measuring":
          return event.progress
            ? bar?.update(total, describeStage(event.progress))
            : note(phrase`measuring on identities that were held out`);
        case "reporting":
          return note(phrase`writing the report`);
        case "skipped":
          return note(phrase`skipped ${event.path}: ${textInLanguage(event.reason)}`);
        case "warning":
          return note(phrase`warning: ${event.message}`);
      }
    },
  };
}

function describeData(
  { catalog, train, validation, test }: Extract<TrainEvent, { kind: "data" }>,
  note: (line: string) => void,
): void {
  note(
    phrase`${catalog.images.length} images of ${catalog.identities.length} identities: ${train} to
      train, ${validation} to validate, ${test} held out`,
  );
  const { leftOut, conflicts } = catalog;
  for (const { path, reason } of leftOut.slice(0, mostNamed)) {
    note(phrase`left out ${path}: ${textInLanguage(reason)}`);
  }
  if (leftOut.length > mostNamed) {
    note(
      phrase`left out ${leftOut.length - mostNamed} more; deno task estimate-pairs names all`,
    );
  }
  for (const paths of conflicts.slice(0, mostNamed)) {
    note(phrase`warning: the same picture in two identities: ${joinedPaths(paths)}`);
  }
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}

function duration(seconds: number): string {
  if (!Number.isFinite(seconds)) return "-";
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}
