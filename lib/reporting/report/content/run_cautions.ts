import { numberFormat } from "../../../language/format_numbers.ts";
import type { UserMessage } from "../../../language/user_message.ts";
import { cautionMessages as messages } from "./caution_messages.ts";
import { fewIdentities, veryFewIdentities } from "../../../dataset/split/few_identities.ts";

/** What the cautions about a run follow from. */
export interface RunFacts {
  /** True if training stopped before its last epoch. */
  readonly interrupted: boolean;
  /** The false accept rate of the settings, which validation may not support. */
  readonly requestedFar: number;
  /** The false accept rate that the threshold is for. */
  readonly targetFar: number;
  /** Number of validation identities. */
  readonly validationIdentities: number;
  /** The setting that brings more of them. */
  readonly validationOption: "validation" | "validationData";
  /** Number of test identities; 0 where the results are of validation. */
  readonly testIdentities: number;
  readonly folds: {
    /** Folds that these identities were measured in; 0 if they were held out. */
    readonly measured: number;
    /** Folds that would measure on more identities; null for none. */
    readonly proposed: number | null;
  };
  /** Number of images in more than one identity of the folder to train on. */
  readonly conflicts: number;
  /** Held-out images that are copies; null where nothing looked for them. */
  readonly duplicates: {
    /** Copies of an image in an earlier part of the split: the same file. */
    readonly exact: number;
    /** Near copies of one. */
    readonly near: number | null;
    /** Those of both that are in two identities of one folder. */
    readonly conflicts: number;
    /** Copies of another image of the same identity. */
    readonly within: number | null;
    /** Near copies of what the initial weights were trained on. */
    readonly before: number | null;
  };
  /** Number of images that could not be decoded. */
  readonly skipped: number;
  /** What the parts of the run have in common, and what is done about it. */
  readonly overlaps: readonly UserMessage[];
  /** How the layout of the folder to train on was read. */
  readonly notes: readonly UserMessage[];
}

/** What to keep in mind about the results of a run; empty if there is nothing. */
export function runCautions(facts: RunFacts): UserMessage[] {
  const { requestedFar, targetFar, testIdentities: identities, conflicts, skipped } = facts;
  const { exact, near, within, before, conflicts: conflictCopies } = facts.duplicates;
  const copies = exact + (near ?? 0) - conflictCopies;
  const { target } = numberFormat("en");
  const cautions = [
    facts.interrupted && messages.interrupted(),
    targetFar > requestedFar && messages.higherTarget({
      requested: target(requestedFar),
      target: target(targetFar),
    }),
    facts.folds.measured === 0 && facts.validationIdentities < fewIdentities &&
    messages.fewValidationIdentities({
      identities: facts.validationIdentities,
      option: { option: facts.validationOption },
    }),
    identities < fewIdentities && facts.folds.measured > 0 &&
    messages.fewIdentities({ identities }),
    identities === 0 && messages.noTest({ option: { option: "test" } }),
    identities > 0 && identities < fewIdentities && facts.folds.measured === 0 &&
    messages[identities < veryFewIdentities ? "veryFewTestIdentities" : "fewTestIdentities"]({
      identities,
      option: { option: "test" },
    }),
    facts.folds.measured === 0 && facts.folds.proposed !== null &&
    messages.folds({ folds: facts.folds.proposed, option: { option: "folds" } }),
    conflicts > 0 && messages.conflicts({ images: conflicts }),
    conflictCopies > 0 && messages.nearConflicts({ images: conflictCopies }),
    copies > 0 && messages.copies({ images: copies }),
    !!within && messages.copiesWithin({ images: within }),
    !!before && messages.copiesBefore({ images: before }),
    skipped > 0 && messages.skipped({ images: skipped }),
  ];
  return [
    ...facts.overlaps,
    ...cautions.filter((caution) => caution !== false),
    ...facts.notes.map((note) => messages.note({ note })),
  ];
}
