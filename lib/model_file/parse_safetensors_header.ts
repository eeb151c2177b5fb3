import * as v from "valibot";
import { truncateName } from "../language/truncate_name.ts";
import { UserError } from "../language/user_error.ts";
import type { UserMessage } from "../language/user_message.ts";
import { duplicateKey } from "../io/duplicate_key.ts";
import { dtypes } from "./dtypes.ts";
import { modelFileMessages as messages } from "./messages.ts";

/** Where a tensor lies in a file. */
export interface TensorEntry {
  /** Name of the tensor. */
  readonly name: string;
  /** A key of `dtypes`. */
  readonly dtype: string;
  /** Its sides. */
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
 * @throws {UserError} if the file is cut short or damaged, or something else
 */
export function parseSafetensorsHeader(
  bytes: Uint8Array,
  source: string,
): { entries: TensorEntry[]; metadata: Record<string, string> } {
  const fail = (found: UserMessage): never => {
    throw new UserError(messages.notSafetensors({ source, found }));
  };
  if (bytes.length < 8) fail(messages.onlyBytes({ bytes: bytes.length }));
  const length = new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0, true);
  if (length > BigInt(bytes.length - 8)) {
    fail(messages.headerBeyondFile({ length, size: bytes.length }));
  }
  if (length > longestHeader) {
    fail(messages.headerTooLong({ length, most: longestHeader }));
  }
  const start = 8 + Number(length);
  const json = decodeUtf8(bytes.subarray(8, start));
  const header = parseObject(json) ?? fail(messages.headerNotObject());
  const twice = duplicateKey(json);
  if (twice !== undefined) fail(messages.nameTwice({ name: quoted(twice) }));

  let metadata: Record<string, string> = {};
  const entries: TensorEntry[] = [];
  for (const [name, value] of Object.entries(header)) {
    if (name === "__metadata__") {
      const { success, output } = v.safeParse(metadataSchema, value, { abortEarly: true });
      metadata = success ? output : fail(messages.metadataNotText());
      continue;
    }
    const shown = quoted(name);
    const { success, output } = v.safeParse(entrySchema, value, { abortEarly: true });
    if (!success) return fail(messages.entryIncomplete({ name: shown }));
    const { dtype, shape, data_offsets: [begin, end] } = output;
    const format = dtypes.get(dtype);
    if (!format) {
      const known = [...dtypes.keys()].join(", ");
      return fail(messages.unknownDtype({ name: shown, dtype: quoted(dtype), known }));
    }
    const size = shape.reduce((product, side) => product * side, format.bytes);
    if (size !== end - begin) {
      fail(messages.wrongSize({ name: shown, found: end - begin, expected: size }));
    }
    entries.push({ name, dtype, shape, begin: start + begin, end: start + end });
  }

  entries.sort((a, b) => a.begin - b.begin || a.end - b.end);
  let covered = start;
  for (const { name, begin, end } of entries) {
    if (begin !== covered) {
      fail(messages.gap({ name: quoted(name) }));
    }
    covered = end;
  }
  if (covered !== bytes.length) {
    fail(messages.valuesMissing({ found: bytes.length - start, expected: covered - start }));
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
