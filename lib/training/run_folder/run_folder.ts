import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { fileExists } from "../../io/file_exists.ts";
import { requireOutputFolder } from "../../io/require_output_folder.ts";
import { readBoundedText } from "../../io/read_bounded_text.ts";
import { writeAtomically } from "../../io/write_atomically.ts";
import { UserError } from "../../language/user_error.ts";
import { mergeSettings } from "../settings/merge_settings.ts";
import { parseSettings } from "../settings/parse_settings.ts";
import type { SettingLayer } from "../settings/setting_layer.ts";
import type { TrainSettings } from "../settings/train_settings.ts";
import { checkpointPath } from "./checkpoint.ts";
import { metricsPath, readMetrics } from "./epoch_metrics.ts";
import { out, runFolderMessages as messages } from "./messages.ts";
import { lockRun } from "./run_lock.ts";
import { formatVersion, upgradeConfig } from "./upgrade.ts";

const settingsFile = "config.json";
/** Bytes of it that are read. */
const mostBytes = 2 ** 20;

/** What a run that was killed before its first step leaves. */
const firstFiles = /^(lock|augmented\.png|split\.json)$/;

/**
 * Makes sure that a folder can become that of a new run, which overwrites nothing and is apart from its
 * images.
 *
 * @throws {UserError} if it already holds a run or something else, is a file, is inside a folder of images,
 *   or has one inside
 */
export async function requireNewRun(
  run: string,
  { data, validationData, testData }: Pick<
    TrainSettings,
    "data" | "validationData" | "testData"
  >,
): Promise<void> {
  if (await fileExists(join(run, settingsFile))) {
    throw new UserError(messages.holdsRun({ run, resume: { option: "resume" }, out }));
  }
  const inputs = [data, validationData, testData].filter((folder) => folder !== null);
  const mayHold = (name: string) => firstFiles.test(name) || partialName.test(name);
  await requireOutputFolder(run, { inputs, mayHold });
}

/** Makes the folder of a new run, and writes which identities are in its parts, and its settings. */
export async function createRun(
  run: string,
  settings: TrainSettings,
  split: object,
): Promise<void> {
  await Deno.mkdir(run, { recursive: true });
  await writeJson(join(run, "split.json"), split);
  await writeSettings(run, settings);
}

/** True if a run has a checkpoint, or had one: from before its first step on. */
export async function hasBegun(run: string): Promise<boolean> {
  const found = [checkpointPath(run), metricsPath(run)].map(fileExists);
  return (await Promise.all(found)).includes(true);
}

/** Settings that a resumed run can change: how long it continues. */
const changeable: readonly string[] = ["epochs", "minutes", "earlyStop"];

/**
 * Reads the settings of a run that is to resume, of any version, and writes those that can change.
 *
 * @param run the folder of the run
 * @param layers settings that are asked for anew, see `mergeSettings`; most can only repeat the run's
 * @throws {UserError} if there is no such run, its settings are damaged, a setting other than `epochs`,
 *   `minutes` and `earlyStop` is asked to change, or one of these where the run has folds, fewer epochs are
 *   asked for than are done, or the run is still going on
 *
 * @example
 * ```ts
 * import { resumeRun, train } from "@futago/futago";
 *
 * const run = "runs/faces";
 * const settings = await resumeRun(run, { epochs: 3 });
 * await train({ settings, run, resume: true, cacheFolder: "cache", report: false });
 * ```
 */
export async function resumeRun(
  run: string,
  ...layers: readonly SettingLayer[]
): Promise<TrainSettings> {
  const saved = await readSettings(run);
  const given = mergeSettings(saved, layers);
  for (const [key, value] of Object.entries(given)) {
    const before = saved[key as keyof TrainSettings];
    const canChange = saved.folds === null && changeable.includes(key);
    if (isDeepStrictEqual(value, before) || canChange) continue;
    throw new UserError(
      messages.otherSetting({
        run,
        setting: { option: key },
        before: JSON.stringify(before),
        now: JSON.stringify(value),
        out,
      }),
    );
  }
  const settings = parseSettings({ ...saved, ...given }, messages.theSettings());
  if (settings.epochs !== saved.epochs) await requireEpochsLeft(run, settings.epochs);
  using _lock = await lockRun(run);
  await writeSettings(run, settings);
  return settings;
}

/** @throws {UserError} if more epochs are done: the weights that they led to are all there is */
async function requireEpochsLeft(run: string, epochs: number | null): Promise<void> {
  const done = (await readMetrics(metricsPath(run))).length;
  if (epochs === null || epochs >= done) return;
  throw new UserError(
    messages.fewerEpochs({ run, done, epochs, option: { option: "epochs" }, out }),
  );
}

async function readSettings(run: string): Promise<TrainSettings> {
  const path = join(run, settingsFile);
  const text = await readBoundedText(path, mostBytes).catch((error) => {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
    throw new UserError(messages.noConfig({ run, file: settingsFile, out }));
  });
  let settings: unknown;
  try {
    settings = JSON.parse(text);
  } catch {
    throw new UserError(messages.configNoJson({ run, path }));
  }
  return parseSettings(upgradeConfig(settings, path, true), path, (key) => key);
}

async function writeSettings(run: string, settings: TrainSettings): Promise<void> {
  await writeJson(join(run, settingsFile), { formatVersion, ...settings });
}

async function writeJson(path: string, value: unknown): Promise<void> {
  await writeAtomically(path, JSON.stringify(value, null, 2) + "\n");
}

/**
 * Removes what a killed process left of files that it was writing, see `writeAtomically`, from the folder
 * of a run and from its subfolders. Nobody else can be writing there at the same time.
 */
export async function removePartialFiles(run: string): Promise<void> {
  for await (const { name, isDirectory, isFile } of Deno.readDir(run)) {
    const path = join(run, name);
    if (isDirectory) await removePartialFiles(path);
    else if (isFile && partialName.test(name)) await Deno.remove(path);
  }
}

/** A UUID stands before the ending. */
const partialName = /\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\.part$/;
