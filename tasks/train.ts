import { join, relative } from "node:path";
import { createSampleSet } from "../data/mod.ts";
import { newestRun } from "../lib/model_file/mod.ts";
import { presetNotes, resolveSettings, resumeRun, train } from "../lib/training/mod.ts";
import { parseTrainingArguments } from "./flags/training_arguments.ts";
import { cacheFolder } from "./flags/cache_folder.ts";
import { abortOnInterrupt } from "./output/abort_on_interrupt.ts";
import { currentLanguage, translate } from "./language/language.ts";
import { printJson } from "./output/print_json.ts";
import { type Progress, startProgress } from "./output/progress.ts";
import { runTask } from "./output/run_task.ts";
import { displayPath } from "./flags/display_path.ts";
import { showTraining } from "./output/show_training.ts";
import { trainReport, trainSummary } from "./output/train_report.ts";
import { trainingMessages as messages } from "./output/training_messages.ts";

const sampleFolder = join(import.meta.dirname!, "..", "data", "sample");

/** The file whose time says which run was the last to begin or to go on, whichever model it is at. */
const configFile = "config.json";

await runTask("train", async () => {
  const { layers, out, resume = false, json = false } = await parseTrainingArguments(Deno.args);
  const show = showTraining(json);
  const run = out ?? (resume ? await newestRun("runs", configFile) : join("runs", timestamp()));
  const settings = resume
    ? await resumeRun(run, ...layers)
    : resolveSettings({ data: sampleFolder }, ...layers);
  const preset = layers.findLast(({ preset }) => preset !== undefined)?.preset;
  for (const note of preset ? presetNotes[preset] : []) {
    show.note(translate(messages.preset({ name: preset!, note })));
  }
  if (settings.data === sampleFolder) await makeSampleSet(show.note);
  const signal = abortOnInterrupt();
  signal.addEventListener("abort", () => show.note(translate(messages.stopping())));
  const trained = await train({
    settings,
    run,
    resume,
    // A config file holds it as one of all settings; a flag asks for it.
    requireFar: !resume && layers.at(-1)?.far !== undefined,
    cacheFolder: cacheFolder(),
    language: currentLanguage(),
    signal,
    onEvent: show.event,
  }).finally(show.stop);
  const result = { ...trained, run: displayPath(run) };
  if (json) printJson(trainSummary(result));
  else console.log(trainReport(result));
});

async function makeSampleSet(note: (line: string) => void): Promise<void> {
  const started = performance.now();
  let bar: Progress | undefined;
  const onProgress = (count: number, total: number) => {
    bar ??= startProgress(translate(messages.sampling()), total);
    bar.update(count, translate(messages.sampled({ count })));
  };
  const made = await createSampleSet(sampleFolder, { onProgress }).finally(() => bar?.stop());
  if (!made) return;
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const folder = displayPath(relative(Deno.cwd(), sampleFolder));
  note(translate(messages.sampleSet({ folder, seconds })));
}

/** The local time as the name of a folder, such as 2026-11-23-141502. */
function timestamp(): string {
  const now = new Date(Date.now() - new Date().getTimezoneOffset() * 60_000);
  return now.toISOString().slice(0, 19).replace("T", "-").replaceAll(":", "");
}
