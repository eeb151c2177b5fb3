import * as v from "valibot";
import { type Message, message } from "../message.ts";
import { UserError } from "../user_error.ts";
import { numberFormats } from "./number_formats.ts";

/** Where a tensor lies in a file. */
export interface TensorEntry {
  readonly name: string;
  /** A key of `numberFormats`. */
  readonly dtype: string;
  readonly shape: readonly number[];
  /** First byte, counted from the start of the file. */
  readonly begin: number;
  /** The byte after the last. */
  readonly end: number;
}

const wholeNumber = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const entrySchema = v.object({
  dtype: v.string(),
  shape: v.array(wholeNumber),
  data_offsets: v.strictTuple([wholeNumber, wholeNumber]),
});
const metadataSchema = v.record(v.string(), v.string());

/**
 * Reads the header of a safetensors file and checks all of it: the tensors' values follow one
 * another without gap or overlap from the header's end to the file's.
 *
 * @param bytes the whole file
 * @param source what messages call the file, such as its path
 * @returns the tensors in the order of their values, and the metadata
 * @throws {UserError} when the file is cut short or damaged, or something else
 */
export function parseSafetensorsHeader(
  bytes: Uint8Array,
  source: string,
): { entries: TensorEntry[]; metadata: Record<string, string> } {
  const fail = (found: Message): never => {
    throw new UserError(
      message`cannot read ${source}: wanted a whole safetensors file, found ${found}; make or get
        it anew`,
    );
  };
  if (bytes.length < 8) fail(message`only ${bytes.length} bytes`);
  const length = new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0, true);
  if (length > BigInt(bytes.length - 8)) {
    fail(message`a header of ${length} bytes in a file of ${bytes.length}`);
  }
  const start = 8 + Number(length);
  const header = parseJson(bytes.subarray(8, start)) ??
    fail(message`a header that is not a JSON object`);

  let metadata: Record<string, string> = {};
  const entries: TensorEntry[] = [];
  for (const [name, value] of Object.entries(header)) {
    if (name === "__metadata__") {
      const { success, output } = v.safeParse(metadataSchema, value);
      metadata = success ? output : fail(message`metadata that is not text`);
      continue;
    }
    const shown = JSON.stringify(name.slice(0, 80));
    const { success, output } = v.safeParse(entrySchema, value);
    if (!success) return fail(message`no dtype, shape and offsets for tensor ${shown}`);
    const { dtype, shape, data_offsets: [begin, end] } = output;
    const format = numberFormats.get(dtype);
    if (!format) {
      const known = [...numberFormats.keys()].join(", ");
      return fail(
        message`tensor ${shown} of ${JSON.stringify(dtype.slice(0, 80))}, none of ${known}`,
      );
    }
    const size = shape.reduce((product, side) => product * side, format.bytes);
    if (size !== end - begin) fail(message`${end - begin} bytes for tensor ${shown}, not ${size}`);
    entries.push({ name, dtype, shape, begin: start + begin, end: start + end });
  }

  entries.sort((a, b) => a.begin - b.begin || a.end - b.end);
  let covered = start;
  for (const { name, begin, end } of entries) {
    if (begin !== covered) {
      fail(message`a gap or an overlap before tensor ${JSON.stringify(name.slice(0, 80))}`);
    }
    covered = end;
  }
  if (covered !== bytes.length) {
    fail(message`${bytes.length - start} bytes of values where ${covered - start} were announced`);
  }
  return { entries, metadata };
}

/** The object that JSON text in UTF-8 holds; none when it holds anything else. */
function parseJson(bytes: Uint8Array): object | undefined {
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
