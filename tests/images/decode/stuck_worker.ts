import "../../../lib/images/decode/decode_worker.ts";
import { decodeMessages } from "../../../lib/images/decode/messages.ts";
import type { DecodeReply, DecodeRequest } from "../../../lib/images/decode/decode_worker.ts";

declare const self: {
  onmessage: (event: MessageEvent<DecodeRequest>) => void;
  postMessage(message: DecodeReply, transfer: Transferable[]): void;
  close(): void;
};

/** The decoder, but for two files that it is at for ever, and one that must be its first. */
const decode = self.onmessage;
const post = self.postMessage.bind(self);
let replied = () => {};
let previous = Promise.resolve();
let first = true;
self.onmessage = (event) => {
  previous = previous.then(() => {
    while (event.data.path === "never ends");
    if (event.data.path === "ends the worker") return self.close();
    const broken = event.data.path === "needs a new worker";
    if (broken) {
      const detail = first ? "was the first" : "was not";
      post({ reason: decodeMessages.decoderFailed({ detail }), broken }, []);
    }
    first = false;
    if (broken) return;
    decode(event);
    return new Promise((resolve) => replied = resolve);
  });
};
self.postMessage = (message, transfer) => {
  post(message, transfer);
  replied();
};
