import { type Examined, examineFiles, type FileToExamine } from "./examine_files.ts";

declare const self: {
  onmessage: (event: MessageEvent<FileToExamine[]>) => void;
  postMessage(message: Examined[]): void;
};

// Replies keep the order of the requests.
let previous = Promise.resolve();
self.onmessage = ({ data }) => {
  previous = previous.then(async () => self.postMessage(await examineFiles(data)));
};
