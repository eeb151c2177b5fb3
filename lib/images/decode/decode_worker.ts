import { createHash } from "node:crypto";
import { readWholeFile } from "../../io/read_whole_file.ts";
import { unreadable } from "../../dataset/catalog/walk_folder.ts";
import { reason } from "../../language/skip_reason.ts";
import { ImageError } from "./image_error.ts";
import { resizePixels } from "./resize_pixels.ts";
import { withDecodedPixels } from "./with_decoded_pixels.ts";

/** A picture to decode. */
export interface DecodeRequest {
  /** Path of the file. */
  readonly path: string;
  /** SHA-256 that its content must have, in hexadecimal digits. */
  readonly hash: string;
  /** Side of the square to resize it to, in pixels. */
  readonly size: number;
}

/** `[size, size, 3]`, or one phrase that says why there are no pixels. */
export type DecodeReply =
  | { readonly pixels: Uint8Array }
  | {
    readonly reason: string;
    /** The worker must not go on. */
    readonly broken?: boolean;
  };

declare const self: {
  onmessage: (event: MessageEvent<DecodeRequest>) => void;
  postMessage(message: DecodeReply, transfer: Transferable[]): void;
};

// Replies keep the order of the requests.
let previous = Promise.resolve();
self.onmessage = ({ data }) => {
  previous = previous.then(async () => {
    const reply = await decode(data).catch(({ message }: Error) => ({
      reason: reason`decoder broke down: ${message}`,
      broken: true,
    }));
    self.postMessage(reply, "pixels" in reply ? [reply.pixels.buffer as ArrayBuffer] : []);
  });
};

async function decode({ path, hash, size }: DecodeRequest): Promise<DecodeReply> {
  let bytes: Uint8Array<ArrayBuffer>;
  try {
    bytes = await readWholeFile(path);
  } catch (error) {
    return {
      reason: error instanceof Deno.errors.NotFound
        ? reason`file is gone since it was indexed`
        : unreadable(error),
    };
  }
  // Its pixels would be found under the content that it no longer has.
  if (createHash("sha256").update(bytes).digest("hex") !== hash) {
    return { reason: reason`file has changed since it was indexed` };
  }
  try {
    return await withDecodedPixels(bytes, (pixels) => {
      return { pixels: resizePixels(pixels, size).data };
    });
  } catch (error) {
    if (!(error instanceof ImageError)) throw error;
    return { reason: error.message, broken: error.outOfMemory };
  } finally {
    // At once: until they are collected, the files of a few large pictures would fill the memory.
    bytes.buffer.transfer(0);
  }
}
