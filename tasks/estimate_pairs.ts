import {
  batchShape,
  type Catalog,
  countPairs,
  type Estimate,
  estimateCatalog,
  estimatePlan,
  indexFolder,
  message,
  type PartEstimate,
  UserError,
} from "../mod.ts";
import { taskCommand, wholeNumber } from "./terminal/command.ts";
import { runTask } from "./terminal/run_task.ts";
import { sayIndexing } from "./terminal/say_indexing.ts";
import { renderTable } from "./terminal/table.ts";
import { typedPath } from "./terminal/typed_path.ts";

/** Paths that the table names, of each kind; `--json` names all. */
const maxNamed = 20;

const name = "estimate-pairs";

/** What an index has to say about files. */
type Remarks = Pick<Catalog, "leftOut" | "duplicates" | "conflicts">;
const noFiles: Remarks = { leftOut: [], duplicates: [], conflicts: [] };

const command = taskCommand(
  name,
  "Counts what a folder of pictures, one folder an identity, offers to training.\n" +
    "With --ids and --images it plans a folder that is not there yet.",
)
  .argument("[dir]", "the folder", typedPath)
  .option("--ids <n>", "plan: number of identities", wholeNumber(1))
  .option("--images <n>", "plan: images of each identity", wholeNumber(1))
  .option("--batch <n>", "images a batch", wholeNumber(4), 32)
  .option("--per-identity <n>", "images of each identity in a batch", wholeNumber(2), 4)
  .option("--seed <n>", "draws the proposed split", wholeNumber(0, 2 ** 31 - 1), 0)
  .option("--json", "one JSON document on stdout", false);

const say = (line: string) => console.error(`${name}: ${line}`);

await runTask(name, async () => {
  command.parse(Deno.args, { from: "user" });
  const [folder] = command.processedArgs;
  const { ids, images, batch, perIdentity, seed, json } = command.opts();
  const options = { ...batchShape(batch, perIdentity), seed };
  if (folder === undefined && ids !== undefined && images !== undefined) {
    const estimate = estimatePlan(ids, images, options);
    console.log(json ? toJson(estimate, noFiles) : report(estimate, noFiles));
  } else if (folder !== undefined && ids === undefined && images === undefined) {
    const catalog = await indexFolder(folder, { onProgress: sayIndexing(say) });
    const estimate = estimateCatalog(catalog, options);
    console.log(json ? toJson(estimate, catalog) : report(estimate, catalog));
  } else {
    throw new UserError(
      message`nothing to estimate: wanted either a folder, or both --ids and --images to plan one;
        see --help`,
    );
  }
});

function toJson(estimate: Estimate, { leftOut, duplicates, conflicts }: Remarks): string {
  // Counts beyond 2⁵³ are integers too, which JSON.stringify writes from their text alone.
  const { rawJSON } = JSON as unknown as { rawJSON(text: string): unknown };
  return JSON.stringify(
    { ...estimate, leftOut, duplicates, conflicts },
    (_, value) => typeof value === "bigint" ? rawJSON(`${value}`) : value,
    2,
  );
}

function report(estimate: Estimate, remarks: Remarks): string {
  return [
    renderTable(figures(estimate)),
    advice(estimate),
    list("Left out", remarks.leftOut.map(({ path, reason }) => `${path}: ${reason}`)),
    list("Warning: the same bytes twice in an identity", remarks.duplicates.map(joinPaths)),
    list("Label conflict: the same bytes in two identities", remarks.conflicts.map(joinPaths)),
    list("In the way of training", estimate.problems.map(String)),
  ].filter((section) => section !== "").join("\n\n");
}

function figures(estimate: Estimate): [string, string][] {
  const { imagesPerIdentity: spread, perBatch, split, nextScope, smallestFar } = estimate;
  const part = ({ identities, images }: PartEstimate) =>
    `${number(identities)} identities, ${number(images)} images`;
  return [
    ["identities", number(estimate.identities)],
    ["images", number(estimate.images)],
    [
      "images an identity",
      `${number(spread.min)} min, ${number(spread.median)} median, ${number(spread.max)} max`,
    ],
    ["imbalance, max / min", number(spread.imbalance)],
    ["identities with one image", number(estimate.singletons)],
    ["positive pairs", number(estimate.positivePairs)],
    ["negative pairs", number(estimate.negativePairs)],
    ["triplets", number(estimate.triplets)],
    ["", ""],
    ["positive pairs a batch", number(perBatch.positivePairs)],
    ["negative pairs a batch", number(perBatch.negativePairs)],
    ["triplets a batch", number(perBatch.triplets)],
    ["batches that show every image", number(estimate.batchesPerEpoch)],
    ["", ""],
    [
      "scope by identities",
      estimate.scope +
      (nextScope
        ? `; ${number(nextScope.missing)} missing to ${nextScope.scope} (${number(nextScope.from)})`
        : ""),
    ],
    ["proposed: to train", split ? part(split.train) : "-"],
    ["proposed: to validate", split ? part(split.validation) : "-"],
    ["proposed: to test", split ? part(split.test) : "-"],
    ["negative pairs of the test", number(split && split.test.negativePairs)],
    ["smallest false accept rate", smallestFar === null ? "-" : smallestFar.toPrecision(2)],
  ];
}

function advice(estimate: Estimate): string {
  const [few, many] = [[100, 100], [10_000, 5]].map(([identities, images]) =>
    `${number(identities!)} identities x ${number(images!)} images give ` +
    `${number(countPairs(new Map([[images!, identities!]])).positivePairs)} positive pairs from ` +
    `${number(identities! * images!)} pictures`
  );
  return `Scope, after yKesamaru's article: about 1,000 identities for a small task, 1,000 to 2,000 for
a medium one, 5,000 and more for a large one.

Pairs count more than identities: n images of one identity make n(n-1)/2 positive pairs.
  ${few},
  ${many}.
  Yours, with ${number(estimate.images)} pictures more: ${
    number(estimate.positivePairsWithTwiceTheImages)
  } positive pairs where every identity has
  twice its images, ${
    number(estimate.positivePairsWithTwiceTheIdentities)
  } where there are twice the identities.

The smallest false accept rate is 3 over the negative pairs of the test identities: no false accept
among so many means a rate below it with 95 % confidence. To claim less, hold out more.`;
}

function list(title: string, lines: readonly string[]): string {
  if (lines.length === 0) return "";
  const more = lines.length - maxNamed;
  return [
    `${title} (${number(lines.length)}):`,
    ...lines.slice(0, maxNamed).map((line) => `  ${line}`),
    ...(more > 0 ? [`  and ${number(more)} more; --json names all`] : []),
  ].join("\n");
}

function joinPaths(paths: readonly string[]): string {
  return paths.join(" = ");
}

function number(value: number | bigint | null): string {
  return value === null ? "-" : value.toLocaleString("en-US", { maximumFractionDigits: 1 });
}
