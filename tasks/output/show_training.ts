import { escapeControls, type UserMessage } from "../../lib/language/mod.ts";
import type { TrainEvent } from "../../lib/training/mod.ts";
import { describeStage } from "./describe_stage.ts";
import { fileMessages } from "./file_messages.ts";
import { joinedPaths } from "./joined_paths.ts";
import { translate } from "../language/language.ts";
import { type Progress, startProgress } from "./progress.ts";
import { reportIndexing } from "./report_indexing.ts";
import { trainingMessages as messages } from "./training_messages.ts";

/** The bar counts thousandths of the run. */
const total = 1000;
/** Files left out that are named; of the rest only the number is shown. */
const mostNamed = 5;

/** Shows a run on stderr as it goes on. */
export interface TrainingDisplay {
  /** Shows what the run tells. */
  event(event: TrainEvent): void;
  /** Shows a line that stays. */
  note(line: string): void;
  /** Stops the progress bar. */
  stop(): void;
}

/**
 * Starts to show a run: what it trains on and where, a progress bar, and a line per epoch.
 *
 * @param quiet true to leave out the lines of epochs
 */
export function showTraining(quiet: boolean): TrainingDisplay {
  let bar: Progress | undefined;
  // Names of files are in it, which can hold anything.
  const note = (line: string) =>
    bar ? bar.note(escapeControls(line)) : console.error(escapeControls(line));
  const say = (message: UserMessage) => note(translate(message));
  const indexing = reportIndexing(note);
  return {
    note,
    stop: () => bar?.stop(),
    event(event) {
      switch (event.kind) {
        case "download":
          bar ??= startProgress(translate(messages.downloading()), event.total);
          bar.update(
            event.done,
            translate(
              messages.downloaded({ done: megabytes(event.done), total: megabytes(event.total) }),
            ),
          );
          if (event.done < event.total) return;
          bar.stop();
          bar = undefined;
          return;
        case "indexing":
          return indexing(event.progress);
        case "data":
          return describeData(event, say);
        case "backend":
          return say(
            messages.backend({ name: event.name, reason: event.reason }),
          );
        case "weights": {
          const loaded = { count: event.set, path: event.path };
          const ignored = event.ignored.length;
          return say(
            ignored > 0
              ? messages.weightsIgnored({ ...loaded, ignored })
              : messages.weights(loaded),
          );
        }
        case "fold": {
          const { fold, folds } = event;
          return say(
            fold === null ? messages.allFolds() : messages.fold({ fold: fold + 1, folds }),
          );
        }
        case "step":
          bar ??= startProgress(translate(messages.training()), total);
          return bar.update(
            Math.round(event.progress * total),
            [
              messages.imagesPerSecond({ count: event.imagesPerSecond.toFixed(0) }),
              messages.loss({ loss: event.loss.toFixed(4) }),
              messages.active({ percent: (100 * event.activeFraction).toFixed(0) }),
              messages.timeLeft({ time: duration(event.secondsLeft) }),
            ].map(translate).join(" | "),
          );
        case "duration":
          return say(messages.duration({ time: roughly(event.seconds) }));
        case "epoch": {
          if (quiet) return;
          const { epoch, loss, activeFraction, validation: { auc, eer } } = event.metrics;
          const line = messages.epoch({
            epoch: epoch + 1,
            loss: loss.toFixed(4),
            active: (100 * activeFraction).toFixed(1),
            auc: auc.toFixed(4),
            eer: (100 * eer).toFixed(1),
          });
          if (!event.best) return say(line);
          return say((event.highest ? messages.bestEpoch : messages.keptEpoch)({ epoch: line }));
        }
        case "comparing":
          return bar?.update(
            total,
            translate(messages.comparingSplit({ percent: Math.floor(100 * event.progress) })),
          );
        case "measuring":
          return event.progress
            ? bar?.update(total, describeStage(event.progress))
            : say(messages.measuring());
        case "reporting":
          return say(messages.reporting());
        case "skipped":
          return say(
            messages.skipped({ path: event.path, reason: event.reason }),
          );
        case "note":
          return say(event.message);
        case "warning":
          return say(messages.warning({ message: event.message }));
      }
    },
  };
}

function describeData(
  { catalog, train, validation, test, folds, ...plan }: Extract<TrainEvent, { kind: "data" }>,
  say: (message: UserMessage) => void,
): void {
  const { images, identities, leftOut, conflicts, notes } = catalog;
  const all = { images: images.length, identities: identities.length };
  say(
    folds > 0
      ? messages.dataInFolds({ ...all, folds })
      : messages.data({ ...all, train, validation, test }),
  );
  const { epochs, minutes, batchesPerEpoch: batches, shape } = plan;
  const batch = messages.batches({
    batches,
    identities: shape.identitiesPerBatch,
    images: shape.imagesPerIdentity,
  });
  const limit = minutes === null ? null : messages.minutes({ minutes });
  if (epochs === null) say(messages.planMinutes({ minutes: limit!, batch }));
  else {
    const plan = messages.planEpochs({ epochs, batch, all: epochs * batches });
    if (folds > 0) say(messages.planFolds({ plan, models: folds + 1 }));
    else say(limit ? messages.planLimited({ plan, minutes: limit }) : plan);
  }
  for (const note of notes) say(fileMessages.note({ note }));
  for (const { path, reason } of leftOut.slice(0, mostNamed)) {
    say(messages.leftOut({ path, reason }));
  }
  if (leftOut.length > mostNamed) say(messages.leftOutMore({ count: leftOut.length - mostNamed }));
  for (const paths of conflicts.slice(0, mostNamed)) {
    say(messages.conflict({ paths: joinedPaths(paths) }));
  }
}

/** A time that is a guess: in seconds, minutes or hours. */
function roughly(seconds: number): UserMessage {
  if (seconds < 90) return messages.aboutSeconds({ count: 10 * Math.ceil(seconds / 10) });
  const minutes = Math.round(seconds / 60);
  if (minutes < 90) return messages.aboutMinutes({ count: minutes });
  return messages.aboutHours({ count: Math.round(minutes / 60) });
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}

function duration(seconds: number): string {
  if (!Number.isFinite(seconds)) return "-";
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}
