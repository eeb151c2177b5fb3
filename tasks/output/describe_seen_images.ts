import { type FolderVerification, type Message, message } from "../../mod.ts";
import { translate } from "../language/language.ts";

/**
 * Says what training saw of a folder, and what became of it: a line, or none where it saw nothing.
 *
 * @param trainedOnIt true where the run's folder held the very same pictures
 */
export function describeSeenImages(
  { seen, seenPairs, images, identities }: FolderVerification,
  trainedOnIt: boolean,
): string[] {
  if (!seen) {
    const doubt = trainedOnIt
      ? message`it was trained on identities of this very folder, which flatters the figures`
      : message`where it saw some of these, the figures flatter it`;
    return [
      translate(message`the run does not tell which pictures training saw: ${doubt}`),
    ];
  }
  if (seen.identities === 0) return [];
  const saw = message`training saw ${imagesOf(seen.images)} of ${
    identitiesOf(seen.identities)
  } of this folder`;
  if (seen.included) {
    return [translate(message`${saw}, which flatters the figures; they stay in as asked for`)];
  }
  const listed = seenPairs === 0
    ? ""
    : seenPairs === 1
    ? message` and 1 listed pair`
    : message` and ${number(seenPairs)} listed pairs`;
  const others = identities === 1
    ? message`1 other identity`
    : message`${number(identities)} others`;
  return [
    translate(
      message`${saw}; left out all ${imagesOf(seen.imagesOfThem)} of them${listed}; measured on ${
        imagesOf(images)
      } of ${others}`,
    ),
  ];
}

function imagesOf(count: number): Message {
  return count === 1 ? message`1 image` : message`${number(count)} images`;
}

function identitiesOf(count: number): Message {
  return count === 1 ? message`1 identity` : message`${number(count)} identities`;
}

function number(count: number): string {
  return count.toLocaleString("en-US");
}
