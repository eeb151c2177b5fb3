import {
  type Catalog,
  countPairs,
  type Estimate,
  type PartEstimate,
} from "../../lib/dataset/mod.ts";
import { numberFormat, type UserMessage } from "../../lib/language/mod.ts";
import { currentLanguage, translate } from "../language/language.ts";
import { wrap } from "../language/wrap.ts";
import { estimateMessages as messages } from "./estimate_messages.ts";
import { joinedPaths } from "./joined_paths.ts";
import { renderTable } from "./table.ts";
import { titledList } from "./titled_list.ts";

/** What an index finds about files. */
export type Remarks = Pick<Catalog, "leftOut" | "duplicates" | "conflicts" | "notes">;

/** Terminal cells that a paragraph takes. */
const width = 100;

/**
 * Shows what images offer, for people to read.
 *
 * @param commands those that train on them, as far as that is possible: with the split, and in folds
 */
export function estimateReport(
  estimate: Estimate,
  remarks: Remarks,
  { train, trainInFolds }: { train: string | null; trainInFolds: string | null },
): string {
  const { leftOut, duplicates, conflicts, notes } = remarks;
  return [
    renderTable(rows(estimate)),
    advice(estimate),
    titledList(
      translate(messages.leftOut()),
      leftOut,
      ({ path, reason }) => `${path}: ${translate(reason)}`,
    ),
    titledList(translate(messages.duplicates()), duplicates, joinedPaths),
    titledList(translate(messages.conflicts()), conflicts, joinedPaths),
    titledList(translate(messages.notes()), notes, translate),
    titledList(translate(messages.problems()), estimate.problems, translate),
    train ? translate(messages.toTrain({ command: train })) : "",
    trainInFolds
      ? translate(
        messages.toFold({
          heldOut: estimate.split?.test.identities ?? 0,
          folds: estimate.folds!,
          command: trainInFolds,
        }),
      )
      : "",
  ].filter((section) => section !== "").join("\n\n");
}

function rows(estimate: Estimate): [string, string][] {
  const { imagesPerIdentity, perBatch, split, training, nextScope, smallestFar } = estimate;
  const { min, median, max, imbalance } = imagesPerIdentity;
  const scope = messages[estimate.scope]();
  const part = (estimate: PartEstimate | undefined) => estimate ? messages.part(estimate) : null;
  const cells: [UserMessage, UserMessage | number | bigint | null][] = [
    [messages.identities(), estimate.identities],
    [messages.images(), estimate.images],
    [
      messages.imagesPerIdentity(),
      messages.spread({ min: show(min), median: show(median), max: show(max) }),
    ],
    [messages.imbalance(), imbalance],
    [messages.singletons(), estimate.singletons],
    [messages.positivePairs(), estimate.positivePairs],
    [messages.negativePairs(), estimate.negativePairs],
    [messages.triplets(), estimate.triplets],
    [
      messages.batch(),
      training && messages.batchShape({
        images: training.identitiesPerBatch * training.imagesPerIdentity,
        identities: training.identitiesPerBatch,
        perIdentity: training.imagesPerIdentity,
      }),
    ],
    [messages.positivePairsPerBatch(), perBatch.positivePairs],
    [messages.negativePairsPerBatch(), perBatch.negativePairs],
    [messages.tripletsPerBatch(), perBatch.triplets],
    [
      messages.epochs(),
      training && messages.epochsOfBatches({
        epochs: training.epochs,
        batches: training.batchesPerEpoch,
        all: training.epochs * training.batchesPerEpoch,
      }),
    ],
    [
      messages.scope(),
      nextScope
        ? messages.scopeAndNext({ ...nextScope, scope, next: messages[nextScope.scope]() })
        : scope,
    ],
    [messages.train(), part(split?.train)],
    [messages.validation(), part(split?.validation)],
    [messages.test(), part(split?.test)],
    [messages.testNegatives(), split && split.test.negativePairs],
  ];
  const table = cells.map(([label, value]): [string, string] => [translate(label), show(value)]);
  table.push([translate(messages.smallestFar()), smallestFar?.toPrecision(2) ?? "-"]);
  // Empty rows before the batch, and before the scope.
  return table.toSpliced(13, 0, ["", ""]).toSpliced(8, 0, ["", ""]);
}

function advice(estimate: Estimate): string {
  const examples = [[100, 100], [10_000, 5]].map(([identities, images]) =>
    messages.example({
      identities: identities!,
      images: images!,
      pairs: countPairs(new Map([[images!, identities!]])).positivePairs,
      total: identities! * images!,
    })
  );
  const yours = messages.yours({
    images: estimate.images,
    twiceTheImages: estimate.positivePairsWithTwiceTheImages,
    twiceTheIdentities: estimate.positivePairsWithTwiceTheIdentities,
  });
  const indented = [...examples, yours].flatMap((message) =>
    wrap(translate(message), width - 2).split("\n").map((line) => `  ${line}`)
  );
  return [
    wrap(translate(messages.aboutScope()), width),
    [translate(messages.aboutPairs()), ...indented].join("\n"),
    wrap(translate(messages.aboutSmallestFar()), width),
  ].join("\n\n");
}

/** A message or a number in the current language; a dash for null. */
function show(value: UserMessage | number | bigint | null): string {
  if (value === null) return "-";
  if (typeof value === "object") return translate(value);
  return numberFormat(currentLanguage()).count(value);
}
