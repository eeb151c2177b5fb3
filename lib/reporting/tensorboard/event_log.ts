import { PbfReader } from "pbf";
import { join } from "node:path";
import { readBounded } from "../../io/read_bounded.ts";
import { writeAtomically } from "../../io/write_atomically.ts";
import type { TensorBoardValue } from "./tensorboard_event.ts";
import { encodeEvent } from "./encode_event.ts";
import { eventFileName, isEventFileOf } from "./event_file_name.ts";
import { decodeRecords } from "./decode_records.ts";

/** The part of a run that its event logs hold. */
const part = "metrics";
/** Bytes of a file that are read: half a million epochs'. */
const mostBytes = 2 ** 28;

/**
 * Appends to a run's TensorBoard event files: each process that trains the run has a file of its own,
 * since a TensorBoard that looks on does not see that a file it read was written anew.
 */
export class EventLog {
  readonly #run: string;
  #lastStep = 0;
  #path: string | null = null;

  /** @param run the run's folder */
  constructor(run: string) {
    this.#run = run;
  }

  /** Takes back what was logged of later steps, and what a kill cut short. */
  async truncateToStep(step: number): Promise<void> {
    this.#lastStep = step;
    for await (const { name, isFile } of Deno.readDir(this.#run)) {
      if (isFile && isEventFileOf(name, part)) await keepRecordsUntil(join(this.#run, name), step);
    }
  }

  /** Logs values of a step above 0; one write, so that a kill leaves the events before it whole. */
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
  const kept = [...decodeRecords(bytes)]
    .filter(({ data }) => stepOf(data) <= step)
    .map(({ framed }) => framed as Uint8Array<ArrayBuffer>);
  const content = await new Blob(kept).bytes();
  if (content.length < bytes.length) await writeAtomically(path, content);
}

/** The step of an encoded event; 0 is not written. What is no event is of no step that is kept. */
function stepOf(event: Uint8Array): number {
  try {
    return new PbfReader(event).readFields((tag, found: { step: number }, pbf) => {
      if (tag === 2) found.step = pbf.readVarint(true);
    }, { step: 0 }).step;
  } catch {
    return Infinity;
  }
}
