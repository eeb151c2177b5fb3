import type { Catalog } from "../../../dataset/catalog/catalog.ts";
import { numberFormat } from "../../../language/format_numbers.ts";
import type { UserMessage } from "../../../language/user_message.ts";
import type { NamedThreshold } from "../../../model_file/model_metadata.ts";
import { firstNames } from "../../../verification/first_names.ts";
import type { FolderVerification } from "../../../verification/folder_verification.ts";
import { cautionMessages as messages } from "./caution_messages.ts";
import { fewIdentities, veryFewIdentities } from "../../../dataset/split/few_identities.ts";

/** What the cautions about a verified folder follow from. */
export interface FolderFacts {
  /** What was measured, and on what. */
  readonly verification:
    & Pick<
      FolderVerification,
      | "seen"
      | "seenPairs"
      | "identities"
      | "skipped"
      | "copies"
      | "listFaults"
      | "shift"
      | "provisional"
    >
    & { readonly named: Pick<NamedThreshold, "name" | "catalogHash"> | null };
  /** The catalog of the folder, and the hash of the one to train on; null for a file of embeddings. */
  readonly catalog:
    | Pick<Catalog, "conflicts" | "hash" | "leftOut" | "notes"> & { readonly trainedOn: string }
    | null;
}

/** What to keep in mind about the results on a folder; empty if there is nothing. */
export function folderCautions({ verification, catalog }: FolderFacts): UserMessage[] {
  const { identities, copies, listFaults: faults, shift, named } = verification;
  const { rate } = numberFormat("en");
  const images = catalog?.conflicts.length ?? 0;
  const skipped = verification.skipped.filter((file) => !catalog?.leftOut.includes(file)).length;
  const repeated = faults ? faults.repeated + faults.mirrored : 0;
  return [
    verification.provisional && messages.provisional(),
    ...seenCautions({ verification, catalog }),
    shift !== null &&
    messages.shift({ found: rate(shift.found), expected: rate(shift.expected) }),
    named !== null && named.catalogHash === catalog?.hash &&
    messages.ownFolder({ name: named.name }),
    identities < fewIdentities &&
    messages[identities < veryFewIdentities ? "veryFewIdentities" : "fewIdentities"]({
      identities,
    }),
    images > 0 && messages.conflicts({ images }),
    copies > 0 && messages.copiesWithin({ images: copies }),
    !!faults?.self && messages.selfPairs({ lines: faults.self }),
    !!faults && repeated > 0 &&
    messages.repeatedPairs({ lines: repeated, mirrored: faults.mirrored }),
    !!faults?.contradictory && messages.contradictoryPairs({ lines: faults.contradictory }),
    skipped > 0 && messages.skipped({ images: skipped }),
    ...(catalog?.notes ?? []).map((note) => messages.note({ note })),
  ].filter((caution) => caution !== false);
}

/** What training saw of a folder, and what follows from it. */
function seenCautions(
  { verification: { seen, seenPairs }, catalog }: FolderFacts,
): UserMessage[] {
  if (!catalog) return [messages.seenUnknownOfEmbeddings()];
  if (!seen) {
    const trainedOnIt = catalog.hash === catalog.trainedOn;
    return [trainedOnIt ? messages.seenUnknownSameFolder() : messages.seenUnknown()];
  }
  const { gaps, sameNumbers } = seen;
  const cautions = [
    seen.identities > 0 && knownCaution(seen, seenPairs),
    sameNumbers.length > 0 && messages.seenSameNumbers({
      count: sameNumbers.length,
      names: firstNames(sameNumbers),
    }),
    gaps.names && messages.seenNamesUnknown(),
    gaps.thumbnails && messages.seenCopiesUnknown(),
    gaps.weights && messages.seenWeightsUnknown(),
  ];
  return cautions.filter((caution) => caution !== false);
}

function knownCaution(
  seen: NonNullable<FolderVerification["seen"]>,
  pairs: number,
): UserMessage {
  const { identities, images, copies, byName, names, imagesOfThem } = seen;
  const known = messages.seen({ identities, images, copies, byName, names: firstNames(names) });
  if (seen.included) return messages.seenIncluded({ seen: known });
  const values = { seen: known, images: imagesOfThem, option: { option: "includeSeen" } };
  return pairs > 0 ? messages.seenPairsLeftOut({ ...values, pairs }) : messages.seenLeftOut(values);
}
