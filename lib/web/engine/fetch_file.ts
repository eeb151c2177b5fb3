import { UserError } from "../../language/user_error.ts";
import type { UserMessage } from "../../language/user_message.ts";
import { engineMessages } from "./messages.ts";

/**
 * Fetches a file that lies beside the worker's script.
 *
 * @param onProgress called with the fraction that has arrived, where the server says the length
 * @throws {UserError} if it does not arrive
 */
export async function fetchFile(
  file: string,
  onProgress: (fraction: number) => void = () => {},
): Promise<Uint8Array<ArrayBuffer>> {
  const fail = (reason: UserMessage | string, cause?: unknown) =>
    new UserError(engineMessages.fileMissing({ file, reason }), { cause });
  try {
    const response = await fetch(new URL(file, location.href));
    if (!response.ok) throw fail(engineMessages.status({ status: response.status }));
    const expected = Number(response.headers.get("content-length"));
    let length = 0;
    const counted = response.body!.pipeThrough(
      new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
        transform(part, controller) {
          length += part.length;
          // Of a compressed response, it is the length before it is unpacked.
          if (expected > 0) onProgress(Math.min(length / expected, 1));
          controller.enqueue(part);
        },
      }),
    );
    return new Uint8Array(await new Response(counted).arrayBuffer());
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw fail(error instanceof Error ? error.message : String(error), error);
  }
}
