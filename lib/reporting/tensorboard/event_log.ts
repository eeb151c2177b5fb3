import { PbfReader } from "pbf";
import { join } from "node:path";
import { readBounded } from "../../io/read_bounded.ts";
import { writeAtomically } from "../../io/write_atomically.ts";
import { encodeEvent } from "./encode_event.ts";
import { decodeRecords } from "./records.ts";
import { eventFileName, isEventFileOf, type TensorBoardValue } from "./tensorboard_event.ts";

/** The part of a run that is in its event logs. */
const part = "metrics";
/** The largest file to read, in bytes: half a million epochs. */
const mostBytes = 2 ** 28;

/**
 * Appends to the TensorBoard event files of a run. Each process that trains the run has its own file,
 * because a TensorBoard that watches the run does not notice that a file it has read was replaced.
 */
export class EventLog {
  readonly #run: string;
  #lastStep = 0;
  #path: string | null = null;

  /** @param run the folder of the run */
  constructor(run: string) {
    this.#run = run;
  }

  /** Removes events of later steps, and an event that is incomplete because the process was killed. */
  async truncateToStep(step: number): Promise<void> {
    this.#lastStep = step;
    for await (const { name, isFile } of Deno.readDir(this.#run)) {
      if (isFile && isEventFileOf(name, part)) await keepRecordsUntil(join(this.#run, name), step);
    }
  }

  /**
   * Appends values of a step above 0, in one write, so that the events before it stay whole if the
   * process is killed.
   */
  async append(step: number, values: readonly TensorBoardValue[]): Promise<void> {
    const time = new Date();
    const records = [encodeEvent({ time, step, content: values })];
    if (this.#path === null) {
      records.unshift(
        encodeEvent({ time, step: 0, content: "version" }),
        encodeEvent({ time, step: this.#lastStep + 1, content: "start" }),
      );
      this.#path = join(this.#run, eventFileName(time, part));
    }
    const bytes = await new Blob(records).bytes();
    await Deno.writeFile(this.#path, bytes, { append: true });
  }
}

async function keepRecordsUntil(path: string, step: number): Promise<void> {
  const bytes = await readBounded(path, mostBytes);
  const events = [...decodeRecords(bytes)]
    .filter(({ data }) => stepOf(data) <= step)
    .map(({ framed }) => framed as Uint8Array<ArrayBuffer>);
  const content = await new Blob(events).bytes();
  if (content.length < bytes.length) await writeAtomically(path, content);
}

/** The step of an encoded event, 0 if it has none; infinity if it is not an event. */
function stepOf(event: Uint8Array): number {
  try {
    return new PbfReader(event).readFields((tag, found: { step: number }, pbf) => {
      if (tag === 2) found.step = pbf.readVarint(true);
    }, { step: 0 }).step;
  } catch {
    return Infinity;
  }
}
