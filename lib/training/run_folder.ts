import { join } from "node:path";
import { writeAtomically } from "../artefact/write_atomically.ts";
import { UserError } from "../user_error.ts";
import type { TrainSettings } from "./train_settings.ts";

const settingsFile = "config.json";

/**
 * Makes a new run's folder and writes its settings.
 *
 * @throws {UserError} when the folder holds a run already
 */
export async function createRun(run: string, settings: TrainSettings): Promise<void> {
  const path = join(run, settingsFile);
  if (await exists(path)) {
    throw new UserError(
      `cannot train into "${run}": it holds a run already; go on with --resume, or name another --out`,
    );
  }
  await Deno.mkdir(run, { recursive: true });
  await writeAtomically(path, JSON.stringify(settings, null, 2) + "\n");
}

/**
 * Reads the settings of a run.
 *
 * @throws {UserError} when there is no such run
 */
export async function readSettings(run: string): Promise<TrainSettings> {
  const path = join(run, settingsFile);
  const text = await Deno.readTextFile(path).catch((error) => {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
    throw new UserError(
      `cannot resume "${run}": it has no ${settingsFile}; name the folder of a run with --out`,
    );
  });
  try {
    return JSON.parse(text);
  } catch {
    throw new UserError(`cannot resume "${run}": ${path} is no JSON; train it anew`);
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    await Deno.stat(path);
    return true;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}
