import { imageSize } from "image-size";
import { basename, join } from "node:path";
import { readBounded } from "../../io/read_bounded.ts";
import { writeAtomically } from "../../io/write_atomically.ts";
import type { TensorBoardEvent, TensorBoardValue } from "./tensorboard_event.ts";
import { encodeEvent } from "./encode_event.ts";
import { eventFileName, isEventFileOf } from "./event_file_name.ts";

/** The part of a run that is written here. */
const part = "pictures";
/** Bytes of a picture. */
const mostBytes = 2 ** 26;

/**
 * Writes what TensorBoard shows of a run beside its curves: the settings, as a text and as a row of the
 * table that compares runs, and the pictures, tagged with their names. What an earlier call wrote is
 * replaced, so that it can be called again when more is there.
 *
 * @param run the run's folder
 * @param settings by name
 * @param pictures names of PNG files in the run's folder; those that are not there, or are no pictures,
 *   are passed over
 */
export async function writeTensorBoard(
  run: string,
  settings: object,
  pictures: readonly string[],
): Promise<void> {
  const time = new Date();
  const events: TensorBoardEvent[] = [
    { time, step: 0, content: "version" },
    { time, step: 0, content: settingsValues(settings) },
  ];
  for (const name of pictures) {
    const picture = await readPicture(join(run, name));
    if (!picture) continue;
    const tag = basename(name, ".png");
    events.push({ time, step: 0, content: [{ kind: "picture", tag, ...picture }] });
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
  // Markdown leaves lines alone that begin with four spaces, whatever is in them.
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

/** A run that is gone on with may have got other files in its pictures' places. */
async function readPicture(path: string) {
  try {
    const png = await readBounded(path, mostBytes);
    const { width, height } = imageSize(png);
    return { png, width, height };
  } catch {
    return null;
  }
}
