import { createHash } from "node:crypto";
import { readWholeFile } from "../../io/read_whole_file.ts";
import { unreadable } from "../../io/unreadable.ts";
import { answerInOrder } from "../../io/worker_lane.ts";
import type { UserMessage } from "../../language/user_message.ts";
import type { Fit } from "../../model_file/fit.ts";
import { ImageError } from "./image_error.ts";
import { decodeMessages as messages } from "./messages.ts";
import { resizePixels } from "./resize_pixels.ts";
import { withDecodedPixels } from "./with_decoded_pixels.ts";

/** An image to decode. */
export interface DecodeRequest {
  /** Path of the file. */
  readonly path: string;
  /** SHA-256 that its content must have, in hexadecimal digits. */
  readonly hash: string;
  /** Side of the square to resize it to, in pixels. */
  readonly size: number;
  /** How it becomes a square. */
  readonly fit: Fit;
}

/** `[size, size, 3]`, or why there are no pixels. */
export type DecodeReply =
  | { readonly pixels: Uint8Array<ArrayBuffer> }
  | {
    readonly reason: UserMessage;
    /** True where the worker cannot be used again. */
    readonly broken?: boolean;
  };

answerInOrder<DecodeRequest, DecodeReply>(
  (request) =>
    decode(request).catch(({ message }: Error) => ({
      reason: messages.decoderFailed({ detail: message }),
      broken: true,
    })),
  (reply) => "pixels" in reply ? [reply.pixels.buffer] : [],
);

async function decode({ path, hash, size, fit }: DecodeRequest): Promise<DecodeReply> {
  let bytes: Uint8Array<ArrayBuffer>;
  try {
    bytes = await readWholeFile(path);
  } catch (error) {
    return {
      reason: error instanceof Deno.errors.NotFound ? messages.fileGone() : unreadable(error),
    };
  }
  // Otherwise the cache would keep its pixels under the hash of the old content.
  if (createHash("sha256").update(bytes).digest("hex") !== hash) {
    return { reason: messages.fileChanged() };
  }
  try {
    return await withDecodedPixels(bytes, (pixels) => ({
      pixels: resizePixels(pixels, size, fit).data,
    }));
  } catch (error) {
    if (!(error instanceof ImageError)) throw error;
    return { reason: error.reason, broken: error.outOfMemory };
  } finally {
    // At once: the files of a few large images would fill the memory until they are collected.
    bytes.buffer.transfer(0);
  }
}
