import type { FolderVerification } from "../../mod.ts";

/**
 * Says what training saw of a folder, and what became of it: a line, or none where it saw nothing.
 *
 * @param trainedOnIt true where the run's folder held the very same pictures
 */
export function describeSeen(
  { seen, seenPairs, images, identities }: FolderVerification,
  trainedOnIt: boolean,
): string[] {
  if (!seen) {
    const doubt = trainedOnIt
      ? "it was trained on identities of this very folder, which flatters the figures"
      : "where it saw some of these, the figures flatter it";
    return [`the run does not tell which pictures training saw: ${doubt}`];
  }
  if (seen.identities === 0) return [];
  const saw = `training saw ${count(seen.images, "image")} of ` +
    `${count(seen.identities, "identity", "identities")} of this folder`;
  if (seen.included) return [`${saw}, which flatters the figures; they stay in as asked for`];
  const listed = seenPairs > 0 ? ` and ${count(seenPairs, "listed pair")}` : "";
  return [
    `${saw}; left out all ${count(seen.imagesOfThem, "image")} of them${listed}; ` +
    `measured on ${count(images, "image")} of ${count(identities, "other identity", "others")}`,
  ];
}

function count(number: number, one: string, many = `${one}s`): string {
  return `${number.toLocaleString("en-US")} ${number === 1 ? one : many}`;
}
