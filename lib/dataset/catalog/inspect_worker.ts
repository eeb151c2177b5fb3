import { type FileToInspect, type Inspected, inspectFiles } from "./inspect_files.ts";

declare const self: {
  onmessage: (event: MessageEvent<FileToInspect[]>) => void;
  postMessage(message: Inspected[]): void;
};

// Replies keep the order of the requests.
let previous = Promise.resolve();
self.onmessage = ({ data }) => {
  previous = previous.then(async () => self.postMessage(await inspectFiles(data)));
};
