import { distance } from "fastest-levenshtein";
import type { UserMessage } from "../language/user_message.ts";
import { optionMessages } from "./messages.ts";

/** At most this fraction of a name's letters may be wrong. */
const maxWrong = 0.5;
/** Letters that are compared. */
const maxLetters = 80;

/**
 * Suggests the known name that is nearest to an unknown one, by Levenshtein's distance.
 *
 * @returns such as `; did you mean "rotation"?`, to end a message with; "" if no name is near
 */
export function didYouMean(name: unknown, known: readonly string[]): UserMessage | "" {
  if (typeof name !== "string") return "";
  const plain = (text: string) => text.slice(0, maxLetters).toLowerCase().replaceAll(/[-_ ]/g, "");
  const near = known
    .map((other) => ({ other, wrong: distance(plain(name), plain(other)) }))
    .filter(({ other, wrong }) =>
      wrong <= maxWrong * Math.max(plain(name).length, plain(other).length)
    )
    .sort((a, b) => a.wrong - b.wrong)[0];
  return near ? optionMessages.didYouMean({ name: near.other }) : "";
}
