import { type Message, message } from "../language/message.ts";

/** Warns that decoded pictures are not kept on disk any more, which makes every epoch slower. */
export function cacheWarning(cacheFolder: string, failure: Error): Message {
  return message`cannot keep decoded pictures in "${cacheFolder}": ${failure.message}; training goes on,
    and decodes anew what memory does not hold; free some space there`;
}
