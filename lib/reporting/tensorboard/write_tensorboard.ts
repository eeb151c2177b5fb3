import { imageSize } from "image-size";
import { basename, join } from "node:path";
import { readBounded } from "../../io/read_bounded.ts";
import { writeAtomically } from "../../io/write_atomically.ts";
import { encodeEvent } from "./encode_event.ts";
import {
  eventFileName,
  isEventFileOf,
  type TensorBoardEvent,
  type TensorBoardValue,
} from "./tensorboard_event.ts";

/** The part of a run that these files have; earlier versions wrote the same name. */
const part = "pictures";
/** The largest image to read, in bytes. */
const mostBytes = 2 ** 26;

/**
 * Writes what TensorBoard shows of a run besides its curves: the settings, as a text and as a row of the
 * table that compares runs, and images, tagged with their names. Replaces what an earlier call wrote.
 *
 * @param run the folder of the run
 * @param settings by name
 * @param images names of PNG files in the folder of the run; skips those that are missing or not images
 */
export async function writeTensorBoard(
  run: string,
  settings: object,
  images: readonly string[],
): Promise<void> {
  const time = new Date();
  const events: TensorBoardEvent[] = [
    { time, step: 0, content: "version" },
    { time, step: 0, content: settingsValues(settings) },
  ];
  for (const name of images) {
    const image = await readImage(join(run, name));
    if (!image) continue;
    const tag = basename(name, ".png");
    events.push({ time, step: 0, content: [{ kind: "image", tag, ...image }] });
  }
  const earlier: string[] = [];
  for await (const { name, isFile } of Deno.readDir(run)) {
    if (isFile && isEventFileOf(name, part)) earlier.push(name);
  }
  const name = eventFileName(time, part);
  await writeAtomically(join(run, name), await new Blob(events.map(encodeEvent)).bytes());
  for (const old of earlier) if (old !== name) await Deno.remove(join(run, old));
}

function settingsValues(settings: object): TensorBoardValue[] {
  // Markdown shows lines that begin with four spaces as they are.
  const json = JSON.stringify(settings, null, 2);
  const markdown = json.split("\n").map((line) => "    " + line).join("\n");
  const flat = Object.entries(settings)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([name, value]) => [name, isPlain(value) ? value : JSON.stringify(value)] as const);
  return [
    { kind: "text", tag: "settings", markdown },
    { kind: "settings", settings: Object.fromEntries(flat) },
  ];
}

function isPlain(value: unknown): value is string | number | boolean {
  return ["string", "number", "boolean"].includes(typeof value);
}

/** Null if the file is missing or not an image, as other programs may have changed the folder. */
async function readImage(path: string) {
  try {
    const png = await readBounded(path, mostBytes);
    const { width, height } = imageSize(png);
    return { png, width, height };
  } catch {
    return null;
  }
}
