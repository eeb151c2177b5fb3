import { distance } from "fastest-levenshtein";
import { type Message, message } from "../../language/message.ts";

/** At most this share of a name's letters may be wrong. */
const mostWrong = 0.5;
/** Letters that are compared. */
const longest = 80;

/**
 * What a name that is not known was most likely meant to be, by Levenshtein's distance.
 *
 * @returns such as `; did you mean "rotation"?`, to end a message with; "" where nothing is near
 */
export function didYouMean(name: unknown, known: readonly string[]): Message | "" {
  if (typeof name !== "string") return "";
  const plain = (text: string) => text.slice(0, longest).toLowerCase().replaceAll(/[-_ ]/g, "");
  const near = known
    .map((other) => ({ other, wrong: distance(plain(name), plain(other)) }))
    .filter(({ other, wrong }) =>
      wrong <= mostWrong * Math.max(plain(name).length, plain(other).length)
    )
    .sort((a, b) => a.wrong - b.wrong)[0];
  return near ? message`; did you mean "${near.other}"?` : "";
}
