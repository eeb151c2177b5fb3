import * as v from "valibot";
import { type Message, message } from "../language/message.ts";
import { truncateName } from "../language/truncate_name.ts";
import { UserError } from "../language/user_error.ts";
import { duplicateKey } from "../io/duplicate_key.ts";
import { dtypes } from "./dtypes.ts";

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

/** A checkpoint of the largest network has a fifth of it; one so long is checked in a fraction of a second. */
const longestHeader = 2 ** 20;

const quoted = (name: string) => `"${truncateName(name)}"`;

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
  if (length > longestHeader) {
    fail(message`a header of ${length} bytes, more than ${longestHeader}`);
  }
  const start = 8 + Number(length);
  const json = decodeUtf8(bytes.subarray(8, start));
  const header = parseObject(json) ?? fail(message`a header that is not a JSON object`);
  const twice = duplicateKey(json);
  if (twice !== undefined) fail(message`${quoted(twice)} twice in its header`);

  let metadata: Record<string, string> = {};
  const entries: TensorEntry[] = [];
  for (const [name, value] of Object.entries(header)) {
    if (name === "__metadata__") {
      const { success, output } = v.safeParse(metadataSchema, value, { abortEarly: true });
      metadata = success ? output : fail(message`metadata that is not text`);
      continue;
    }
    const shown = quoted(name);
    const { success, output } = v.safeParse(entrySchema, value, { abortEarly: true });
    if (!success) return fail(message`no dtype, shape and offsets for tensor ${shown}`);
    const { dtype, shape, data_offsets: [begin, end] } = output;
    const format = dtypes.get(dtype);
    if (!format) {
      const known = [...dtypes.keys()].join(", ");
      return fail(message`tensor ${shown} of ${quoted(dtype)}, none of ${known}`);
    }
    const size = shape.reduce((product, side) => product * side, format.bytes);
    if (size !== end - begin) fail(message`${end - begin} bytes for tensor ${shown}, not ${size}`);
    entries.push({ name, dtype, shape, begin: start + begin, end: start + end });
  }

  entries.sort((a, b) => a.begin - b.begin || a.end - b.end);
  let covered = start;
  for (const { name, begin, end } of entries) {
    if (begin !== covered) {
      fail(message`a gap or an overlap before tensor ${quoted(name)}`);
    }
    covered = end;
  }
  if (covered !== bytes.length) {
    fail(message`${bytes.length - start} bytes of values where ${covered - start} were announced`);
  }
  return { entries, metadata };
}

/** Text in UTF-8; none when it is something else. */
function decodeUtf8(bytes: Uint8Array): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return "";
  }
}

/** The object that JSON text holds; none when it holds anything else. */
function parseObject(json: string): object | undefined {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
