import { type Message, message } from "../language/message.ts";
import type { HeldOutPart, TrainingData } from "./data/prepare_data.ts";

/** Warns of parts that hold too many pictures to be measured on all. */
export function sampledPartWarnings(
  { validation, test }: Pick<TrainingData, "validation" | "test">,
): Message[] {
  return [
    ...drawnWarning(message`validation`, validation),
    ...drawnWarning(message`the test part`, test),
  ];
}

function drawnWarning(part: Message, { heldOut, images, identities }: HeldOutPart): Message[] {
  if (images.length === heldOut) return [];
  const count = (value: number) => value.toLocaleString("en-US");
  return [
    message`${part} has ${count(heldOut)} pictures, too many to compare each with every other:
      measured on ${count(images.length)} of them, drawn evenly from ${count(identities)}
      identities`,
  ];
}
