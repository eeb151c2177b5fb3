import type { IndexProgress } from "../../lib/dataset/mod.ts";
import { translate } from "../language/language.ts";
import { fileMessages } from "./file_messages.ts";

/** From one line to the next. */
const milliseconds = 2000;

/**
 * Reports the progress of indexing a folder every two seconds. The number of files is not known before
 * the end.
 *
 * @param say shows a line
 */
export function reportIndexing(say: (line: string) => void): (progress: IndexProgress) => void {
  let last = performance.now();
  return ({ seen, images }) => {
    if (performance.now() - last < milliseconds) return;
    last = performance.now();
    say(translate(fileMessages.indexed({ seen, images })));
  };
}
