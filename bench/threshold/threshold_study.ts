import { basename } from "node:path";
import { parseArgs } from "node:util";
import { indexFolder } from "../../lib/dataset/catalog/index_folder.ts";
import { independentPairs, supportOfImages } from "../../lib/dataset/estimate/negative_support.ts";
import { smallestSupportedFar } from "../../lib/dataset/estimate/supported_far.ts";
import { randomStream } from "../../lib/dataset/sampling/random_stream.ts";
import { shuffle } from "../../lib/dataset/sampling/shuffle.ts";
import { type Embeddings, joinEmbeddings } from "../../lib/evaluation/similarities/embeddings.ts";
import { openPixelStore } from "../../lib/images/cache/open_pixel_store.ts";
import { loadVerifier } from "../../lib/model/load_verifier.ts";
import type { Verifier } from "../../lib/model/verifier.ts";
import { embedCatalog } from "../../lib/verification/embed_catalog.ts";
import type { Findings } from "../findings.ts";
import { type Accepted, AcceptTable } from "./accept_table.ts";
import { blocksOf, estimators, rates } from "./estimators.ts";

const draws = 200;
const validationSizes = [6, 15, 45], askedRates = [0.05, 0.01, 0.001];

/** What was measured of a number of validation identities. */
interface Figures {
  readonly identities: number;
  /** By the rate that was asked for, and then by estimator. */
  readonly factors: Readonly<Record<string, Readonly<Record<string, Factor>>>>;
  /** How often none is accepted at the smallest rate that each rule says has support. */
  readonly none: Readonly<Record<string, { readonly far: number; readonly share: number }>>;
}

/** How far realized rates are from the one that was asked for, over all draws. */
interface Factor {
  /** Geometric mean of the factor by which a draw is off, in either direction: 1 or more. */
  readonly off: number;
  /** Geometric mean of realized over asked. */
  readonly bias: number;
}

/**
 * Studies the choice of a threshold: `--model RUN` names a run, and `--data DIR` a folder of identities that
 * it did not train on, in place of the run's own held-out ones. `--images N` takes N images of each.
 *
 * Identities are drawn to validate on, each estimator chooses a threshold, and the identities that are left
 * judge it. Then the smallest false accept rates that have support are put to the test.
 */
export async function studyThreshold(args: readonly string[]): Promise<Findings> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      model: { type: "string" },
      data: { type: "string" },
      images: { type: "string", default: "1000" },
    },
  });
  const run = values.model ?? "runs/faces", most = Number(values.images);
  const config = JSON.parse(await Deno.readTextFile(`${run}/config.json`));
  const split = JSON.parse(await Deno.readTextFile(`${run}/split.json`));
  using verifier = await loadVerifier(run, "wasm");
  const own = await embedFolder(verifier, config.data, most);
  const named = own.identities.length;
  const training = own.identities.flatMap((name, label) => split.train.includes(name) ? label : []);
  const other = values.data === undefined ? null : await embedFolder(verifier, values.data, most);
  // The labels of the other folder follow on the run's own.
  const { values: rows, dimension, labels } = other
    ? joinEmbeddings(own, { ...other, labels: other.labels.map((label) => label + named) })
    : own;
  const embeddings = { values: rows, dimension, labels };
  const unseen = other
    ? other.identities.map((_, label) => named + label)
    : own.identities.flatMap((name, label) =>
      [...split.validation, ...split.test].includes(name) ? label : []
    );
  const table = await AcceptTable.of(embeddings, new Set(unseen));
  const images = (labels: readonly number[]) => {
    const found = new Map<number, number>();
    for (const label of embeddings.labels) found.set(label, (found.get(label) ?? 0) + 1);
    return Map.groupBy(labels, (label) => found.get(label) ?? 0).entries()
      .map(([size, { length }]) => [size, length] as const);
  };
  const all = table.accepted(unseen), truth = rates(all), trainingAlone = table.accepted(training);
  const figures = validationSizes.filter((size) => 2 * size < unseen.length).map((size) =>
    measure({ table, unseen, training, trainingAlone, size, all, images })
  );
  const bias = {
    "validation and training": shifts(truth, rates(table.accepted(unseen, training))),
    "training alone": shifts(truth, rates(trainingAlone)),
  };
  const name = basename(run);
  return {
    rows: [
      ...Object.entries(bias).map(([pairs, ratios]): [string, string] => [
        `${name}: rate of pairs of ${pairs}, over that of unseen identities`,
        Object.entries(ratios).map(([far, ratio]) => `${ratio.toFixed(2)} at ${far}`).join(", "),
      ]),
      ...figures.flatMap((found) => rowsOf(name, found)),
    ],
    document: {
      [`threshold of ${name}`]: {
        unseen: unseen.length,
        training: training.length,
        bias,
        figures,
      },
    },
  };
}

/** All estimators, over all draws. */
function measure({ table, unseen, training, trainingAlone, size, all, images }: {
  readonly table: AcceptTable;
  readonly unseen: readonly number[];
  readonly training: readonly number[];
  readonly size: number;
  readonly trainingAlone: Accepted;
  readonly all: Accepted;
  readonly images: (labels: readonly number[]) => Iterable<readonly [number, number]>;
}): Figures {
  const logs: Record<string, Record<string, number[]>> = {};
  const seen: Record<string, { far: number[]; none: number[] }> = {};
  const random = randomStream(0, size), truth = rates(all);
  for (let draw = 0; draw < draws; draw++) {
    const mixed = shuffle(unseen, random), validation = mixed.slice(0, size);
    const blocks = blocksOf(table, validation, {
      identities: shuffle(training, random),
      training: trainingAlone,
    });
    // All that are left, with each other: few of the pairs are summed for each draw.
    const judges = without(all, blocks.own, table.accepted(validation, mixed.slice(size)));
    for (const [name, estimate] of Object.entries(estimators)) {
      const estimated = estimate(blocks);
      for (const far of askedRates) {
        const chosen = estimated.findIndex((rate) => rate <= far);
        // A half stands for none, so that there is a logarithm.
        const realized =
          Math.max(0.5, judges.counts.at(chosen === -1 ? table.points - 1 : chosen)!) /
          judges.pairs;
        ((logs[far] ??= {})[name] ??= []).push(Math.log(realized / far));
      }
    }
    const { own, cross } = blocks;
    const test = (name: string, joined: readonly number[], byIdentities: boolean) => {
      const support = supportOfImages(new Map(images(validation)), new Map(images(joined)));
      const far = smallestSupportedFar(byIdentities ? support : independentPairs(support.pairs));
      const point = truth.findIndex((rate) => rate <= far);
      const accepted = own.counts.at(point)! + (joined.length > 0 ? cross.counts.at(point)! : 0);
      const { far: fars, none } = seen[name] ??= { far: [], none: [] };
      fars.push(far);
      none.push(accepted === 0 ? 1 : 0);
    };
    test("validation, rule of three", [], false);
    test("validation, by identities", [], true);
    test("with training, rule of three", training, false);
    test("with training, by identities", training, true);
  }
  const mean = (numbers: readonly number[]) =>
    numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
  const factor = (logs: readonly number[]): Factor => ({
    off: Math.exp(mean(logs.map(Math.abs))),
    bias: Math.exp(mean(logs)),
  });
  return {
    identities: size,
    factors: mapValues(logs, (byName) => mapValues(byName, factor)),
    none: mapValues(seen, ({ far, none }) => ({ far: mean(far), share: mean(none) })),
  };
}

function without(all: Accepted, ...blocks: readonly Accepted[]): Accepted {
  return {
    counts: all.counts.map((count, point) =>
      blocks.reduce((left, { counts }) => left - counts[point]!, count)
    ),
    pairs: blocks.reduce((left, { pairs }) => left - pairs, all.pairs),
  };
}

function mapValues<Value, Result>(
  record: Readonly<Record<string, Value>>,
  map: (value: Value) => Result,
): Record<string, Result> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
}

function shifts(truth: Float64Array, others: Float64Array): Record<string, number> {
  return Object.fromEntries(
    askedRates.map((far) => [far, others[truth.findIndex((rate) => rate <= far)]! / far]),
  );
}

function rowsOf(name: string, { identities, factors, none }: Figures): [string, string][] {
  const rows = Object.entries(factors).map(([far, byName]): [string, string] => [
    `${name}: ${identities} identities, asked for ${far}: off by (bias)`,
    Object.entries(byName)
      .map(([estimator, { off, bias }]) => `${estimator} ${off.toFixed(2)} (${bias.toFixed(2)})`)
      .join(", "),
  ]);
  return [...rows, [
    `${name}: ${identities} identities: none accepted at the smallest rate with support`,
    Object.entries(none)
      .map(([rule, { far, share }]) => `${rule} ${far.toPrecision(2)}: ${percent(share)}`)
      .join(", "),
  ]];
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}

/** Embeddings of a folder, and its identities' names by label. */
interface FolderEmbeddings extends Embeddings {
  readonly identities: readonly string[];
}

async function embedFolder(
  verifier: Verifier,
  folder: string,
  most: number,
): Promise<FolderEmbeddings> {
  const { imageSize: size, embeddingSize } = verifier.metadata;
  const catalog = await indexFolder(folder);
  const { root, images, identities } = catalog;
  const store = await openPixelStore({ root, images, size, cacheFolder: await Deno.makeTempDir() });
  const byLabel = Map.groupBy(images.keys(), (index) => images[index]!.label);
  const wanted = byLabel.values().flatMap((own) => own.slice(0, most)).toArray();
  const embeddings = await embedCatalog(
    { embeddingSize, embed: verifier.embed },
    catalog,
    store,
    wanted,
  );
  store.close();
  return { ...embeddings, identities };
}
