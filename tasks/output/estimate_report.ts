import { type Catalog, countPairs, type Estimate, message, type PartEstimate } from "../../mod.ts";
import { joinedPaths } from "./joined_paths.ts";
import { phrase, textInLanguage, translate } from "../language/language.ts";
import { titledList } from "./titled_list.ts";
import { renderTable } from "./table.ts";
import { wrap } from "../language/wrap.ts";

/** What an index has to say about files. */
export type Remarks = Pick<Catalog, "leftOut" | "duplicates" | "conflicts">;

/** What pictures offer, for people to read. */
export function estimateReport(estimate: Estimate, remarks: Remarks): string {
  return [
    renderTable(figures(estimate)),
    advice(estimate),
    titledList(
      phrase`Left out`,
      remarks.leftOut,
      ({ path, reason }) => `${path}: ${textInLanguage(reason)}`,
    ),
    titledList(
      phrase`Warning: the same bytes twice in an identity`,
      remarks.duplicates,
      joinedPaths,
    ),
    titledList(
      phrase`Label conflict: the same bytes in two identities`,
      remarks.conflicts,
      joinedPaths,
    ),
    titledList(phrase`In the way of training`, estimate.problems, translate),
  ].filter((section) => section !== "").join("\n\n");
}

function figures(estimate: Estimate): [string, string][] {
  const { imagesPerIdentity: spread, perBatch, split, nextScope, smallestFar } = estimate;
  const part = ({ identities, images }: PartEstimate) =>
    phrase`${number(identities)} identities, ${number(images)} images`;
  return [
    [phrase`identities`, number(estimate.identities)],
    [phrase`images`, number(estimate.images)],
    [
      phrase`images an identity`,
      phrase`${number(spread.min)} min, ${number(spread.median)} median, ${number(spread.max)} max`,
    ],
    [phrase`imbalance, max / min`, number(spread.imbalance)],
    [phrase`identities with one image`, number(estimate.singletons)],
    [phrase`positive pairs`, number(estimate.positivePairs)],
    [phrase`negative pairs`, number(estimate.negativePairs)],
    [phrase`triplets`, number(estimate.triplets)],
    ["", ""],
    [phrase`positive pairs a batch`, number(perBatch.positivePairs)],
    [phrase`negative pairs a batch`, number(perBatch.negativePairs)],
    [phrase`triplets a batch`, number(perBatch.triplets)],
    [phrase`batches that show every image`, number(estimate.batchesPerEpoch)],
    ["", ""],
    [
      phrase`scope by identities`,
      nextScope
        ? phrase`${scopes[estimate.scope]}; ${number(nextScope.missing)} missing to ${
          scopes[nextScope.scope]
        } (${number(nextScope.from)})`
        : translate(scopes[estimate.scope]),
    ],
    [phrase`proposed: to train`, split ? part(split.train) : "-"],
    [phrase`proposed: to validate`, split ? part(split.validation) : "-"],
    [phrase`proposed: to test`, split ? part(split.test) : "-"],
    [phrase`negative pairs of the test`, number(split && split.test.negativePairs)],
    [phrase`smallest false accept rate`, smallestFar === null ? "-" : smallestFar.toPrecision(2)],
  ];
}

const scopes = { small: message`small`, medium: message`medium`, large: message`large` };

function advice(estimate: Estimate): string {
  const [few, many] = [[100, 100], [10_000, 5]].map(([identities, images]) =>
    phrase`${number(identities!)} identities x ${number(images!)} images give ${
      number(countPairs(new Map([[images!, identities!]])).positivePairs)
    } positive pairs from ${number(identities! * images!)} pictures`
  );
  const yours = phrase`Yours, with ${number(estimate.images)} pictures more: ${
    number(estimate.positivePairsWithTwiceTheImages)
  } positive pairs where every identity has twice its images, ${
    number(estimate.positivePairsWithTwiceTheIdentities)
  } where there are twice the identities.`;
  return [
    wrap(
      phrase`Scope, after yKesamaru's article: about 1,000 identities for a small task, 1,000 to 2,000
        for a medium one, 5,000 and more for a large one.`,
      width,
    ),
    [
      phrase`Pairs count more than identities: n images of one identity make n(n-1)/2 positive pairs.`,
      `  ${few}`,
      `  ${many}`,
      ...wrap(yours, width - 2).split("\n").map((line) => `  ${line}`),
    ].join("\n"),
    wrap(
      phrase`The smallest false accept rate is 3 over the negative pairs of the test identities: no
        false accept among so many means a rate below it with 95 % confidence. To claim less, hold
        out more.`,
      width,
    ),
  ].join("\n\n");
}

/** Cells of the terminal that a paragraph takes. */
const width = 100;

function number(value: number | bigint | null): string {
  return value === null ? "-" : value.toLocaleString("en-US", { maximumFractionDigits: 1 });
}
