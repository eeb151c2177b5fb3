import type { IndexProgress } from "../../mod.ts";
import { phrase } from "../language/language.ts";

const milliseconds = 2000;

/**
 * Says how far the indexing of a folder has come, every two seconds: how many files there are is not
 * known before the end.
 *
 * @param say shows a line
 */
export function reportIndexing(say: (line: string) => void): (progress: IndexProgress) => void {
  let last = performance.now();
  return ({ seen, images }) => {
    if (performance.now() - last < milliseconds) return;
    last = performance.now();
    const count = (value: number) => value.toLocaleString("en-US");
    say(phrase`looked at ${count(seen)} files, ${count(images)} images so far`);
  };
}
