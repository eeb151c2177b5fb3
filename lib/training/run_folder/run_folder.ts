import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { fileExists } from "../../io/file_exists.ts";
import { readBoundedText } from "../../io/read_bounded_text.ts";
import { writeAtomically } from "../../io/write_atomically.ts";
import type { Split } from "../../dataset/split/split_by_identity.ts";
import { message } from "../../language/message.ts";
import { UserError } from "../../language/user_error.ts";
import { checkpointPath } from "./checkpoint.ts";
import type { SettingLayer } from "../settings/setting_layer.ts";
import { mergeSettings } from "../settings/merge_settings.ts";
import { metricsPath } from "./metrics_log.ts";
import { parseSettings } from "../settings/parse_settings.ts";
import { lockRun } from "./run_lock.ts";
import type { TrainSettings } from "../settings/train_settings.ts";

const settingsFile = "config.json";
/** Bytes of it that are read. */
const mostBytes = 2 ** 20;

/**
 * Makes sure that a folder may become a new run's.
 *
 * @throws {UserError} when it holds a run already
 */
export async function requireNoRun(run: string): Promise<void> {
  if (!await fileExists(join(run, settingsFile))) return;
  throw new UserError(
    message`cannot train into "${run}": it holds a run already; go on with --resume, or name
      another --out`,
  );
}

/** Makes a new run's folder and writes the names of its identities, by part, and its settings. */
export async function createRun(
  run: string,
  settings: TrainSettings,
  split: Record<keyof Split, readonly string[]>,
): Promise<void> {
  await Deno.mkdir(run, { recursive: true });
  await writeJson(join(run, "split.json"), split);
  await writeJson(join(run, settingsFile), settings);
}

/** True where a run has a checkpoint, or had one: from before its first step on. */
export async function hasBegun(run: string): Promise<boolean> {
  const found = [checkpointPath(run), metricsPath(run)].map(fileExists);
  return (await Promise.all(found)).includes(true);
}

/** Settings that a resumed run may change: how long it goes on. */
const changeable: readonly string[] = ["epochs", "minutes"];

/**
 * Reads the settings of a run that is to go on, and writes those that may change.
 *
 * @param layers settings that are asked for anew, see `layerSettings`; most may be the run's alone
 * @throws {UserError} when there is no such run, its settings are damaged, or another setting than
 *   `epochs` and `minutes` is asked to change, or the run is going on still
 */
export async function resumeRun(
  run: string,
  ...layers: readonly SettingLayer[]
): Promise<TrainSettings> {
  const path = join(run, settingsFile);
  const saved = await readSettings(run, path);
  const given = mergeSettings(saved, layers);
  for (const [key, value] of Object.entries(given)) {
    const before = saved[key as keyof TrainSettings];
    if (isDeepStrictEqual(value, before) || changeable.includes(key)) continue;
    throw new UserError(
      message`cannot resume "${run}" with another ${key}: it was started with
        ${JSON.stringify(before)}, found ${JSON.stringify(value)}; leave the flag out, or train
        anew with another --out`,
    );
  }
  const settings = parseSettings({ ...saved, ...given }, message`the settings`);
  using _lock = await lockRun(run);
  await writeJson(path, settings);
  return settings;
}

async function readSettings(run: string, path: string): Promise<TrainSettings> {
  const text = await readBoundedText(path, mostBytes).catch((error) => {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
    throw new UserError(
      message`cannot resume "${run}": it has no ${settingsFile}; name the folder of a run with
        --out`,
    );
  });
  let settings: unknown;
  try {
    settings = JSON.parse(text);
  } catch {
    throw new UserError(message`cannot resume "${run}": ${path} is no JSON; train it anew`);
  }
  return parseSettings(settings, path);
}

async function writeJson(path: string, value: unknown): Promise<void> {
  await writeAtomically(path, JSON.stringify(value, null, 2) + "\n");
}
