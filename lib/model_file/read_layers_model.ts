import { dirname, join } from "node:path";
import * as v from "valibot";
import { truncateName } from "../language/truncate_name.ts";
import { UserError } from "../language/user_error.ts";
import type { UserMessage } from "../language/user_message.ts";
import { readBounded } from "../io/read_bounded.ts";
import { readBoundedText } from "../io/read_bounded_text.ts";
import { modelFileMessages as messages } from "./messages.ts";
import type { FileTensor, TensorFile } from "./tensor_file.ts";

/** Bytes of a `model.json`, and of a file of weights. */
const mostJson = 2 ** 20, mostWeights = 2 ** 30;

const manifestSchema = v.object({
  weightsManifest: v.array(v.object({
    // Files beside the model's own; a path could lead anywhere.
    paths: v.array(v.pipe(v.string(), v.regex(/^[\w-][\w.-]{0,99}$/))),
    weights: v.array(v.object({
      name: v.string(),
      dtype: v.literal("float32"),
      shape: v.array(v.pipe(v.number(), v.safeInteger(), v.minValue(0))),
      quantization: v.optional(v.never()),
    })),
  })),
});

/**
 * Reads the weights of a TensorFlow.js layers model: a `model.json` and the files beside it that it
 * names. Its topology is left alone.
 *
 * @param path of the `model.json`
 * @returns tensors in TensorFlow's layout
 * @throws {UserError} if it is something else, keeps numbers other than plain float32, or its
 *   weights are cut short
 * @throws {Deno.errors.NotFound} when one of the files is not there
 */
export async function readLayersModel(path: string): Promise<TensorFile> {
  const fail = (found: UserMessage): never => {
    throw new UserError(messages.notLayersModel({ path, found }));
  };
  const text = await readBoundedText(path, mostJson);
  const { success, output } = v.safeParse(manifestSchema, parseJson(text), { abortEarly: true });
  if (!success) return fail(messages.noWeightsManifest());
  // A file that is named many times over would take many times its size.
  const files = output.weightsManifest.flatMap(({ paths }) => paths);
  if (new Set(files).size < files.length) fail(messages.fileTwice());
  const tensors = new Map<string, FileTensor>();
  for (const { paths, weights } of output.weightsManifest) {
    const parts: Uint8Array<ArrayBuffer>[] = [];
    for (const name of paths) parts.push(await readBounded(join(dirname(path), name), mostWeights));
    const bytes = new Uint8Array(await new Blob(parts).arrayBuffer());
    const shown = truncateName(paths.join(", "));
    let begin = 0;
    for (const { name, shape } of weights) {
      const end = begin + shape.reduce((product, side) => product * side, 4);
      // No number is at most another where sides multiply to none.
      if (!(end <= bytes.length)) fail(messages.onlyBytesIn({ bytes: bytes.length, files: shown }));
      if (tensors.has(name)) fail(messages.weightTwice({ name: truncateName(name) }));
      tensors.set(name, { shape, data: new Float32Array(bytes.buffer.slice(begin, end)) });
      begin = end;
    }
    if (begin !== bytes.length) {
      fail(messages.bytesTooMany({ bytes: bytes.length - begin, files: shown }));
    }
  }
  return { tensors, metadata: {} };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
