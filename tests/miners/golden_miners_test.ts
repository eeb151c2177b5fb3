import * as tf from "@tensorflow/tfjs";
import assert from "node:assert/strict";
import { compare } from "../../lib/losses/comparison.ts";
import { pairWeights } from "../../lib/losses/pair_weights.ts";
import { createMiner } from "../../lib/miners/registry.ts";
import { take, testOnDevices } from "../kernels/support/test_on_devices.ts";
import { FIXTURES, golden } from "../losses/golden.ts";
import { miners } from "./golden.ts";

const SIDES = [
  ["easy", "easy"],
  ["easy", "hard"],
  ["easy", "semi-hard"],
  ["easy", "all"],
  ["hard", "easy"],
  ["hard", "hard"],
  ["hard", "semi-hard"],
  ["hard", "all"],
  ["semi-hard", "easy"],
  ["semi-hard", "hard"],
  ["all", "easy"],
  ["all", "hard"],
  ["all", "all"],
];
const DISTANCES = [["L2", "euclidean"], ["cos", "cosine"]] as const;

/** A miner of PyTorch Metric Learning, and how it is said here. */
type Example = [title: string, name: string, options: Record<string, unknown>];

testMined("pairs beyond a margin", [
  ["PairMargin(L2)", "pair-margin", { distance: "euclidean" }],
  ["PairMargin(cos .8/.2)", "pair-margin", { distance: "cosine" }],
], asPairs);

testMined("pairs by multi-similarity", [["MultiSimilarity(cos)", "multi-similarity", {}]], asPairs);

for (const [short, distance] of DISTANCES) {
  testMined(
    `easy and hard pairs, ${distance}`,
    SIDES.map(([positive, negative]): Example => [
      `BatchEasyHard(${positive},${negative},${short})`.replaceAll("semi-hard", "semihard"),
      "batch-easy-hard",
      { distance, positive, negative },
    ]),
    asPairs,
  );
  testMined(
    `hard and banded triplets, ${distance}`,
    [
      [`BatchHard(${short})`, "batch-hard", { distance }],
      ...["hard", "semi-hard", "easy"].map((select): Example => [
        `TripletMargin(m=.2,${select.replace("-", "")},${short})`,
        select,
        { distance },
      ]),
    ],
    ([triplets]) => {
      const byPair = ([a, b]: number[], [c, d]: number[]) => a! - c! || b! - d!;
      return [
        triplets!.map(([a, p]) => [a!, p!]).sort(byPair),
        triplets!.map(([a, _, n]) => [a!, n!]).sort(byPair),
      ];
    },
  );
}

/** @param toPairs from what is expected to positive and negative pairs in order */
function testMined(
  title: string,
  examples: Example[],
  toPairs: (expected: number[][][]) => number[][][],
) {
  const sizes = [12, 24, 72, 144, 288, 576];
  testOnDevices(`${title}, as PyTorch Metric Learning mines them`, sizes, async () => {
    for (const fixture of FIXTURES) {
      const { emb, labels } = golden.fixtures[fixture];
      const [x, y] = [tf.tensor2d(emb), tf.tensor1d(labels, "int32")];
      for (const [title, name, options] of examples) {
        const weights = tf.tidy(() => {
          const mined = createMiner(name, options).mine(x, y, 0);
          const { positives, negatives } = pairWeights(compare(x, y, "cosine", { mined }));
          return { positives, negatives };
        });
        const mined = [
          pairs(await take(weights.positives)),
          pairs(await take(weights.negatives)),
        ];
        assert.deepEqual(mined, toPairs(miners[title]![fixture]), `${title}, ${fixture}`);
      }
      tf.dispose([x, y]);
    }
  });
}

function asPairs(expected: number[][][]): number[][][] {
  return expected;
}

/** Pairs in order, as often as they were mined. */
function pairs(weights: number[]): number[][] {
  return weights.flatMap((weight, place) =>
    Array.from({ length: weight }, () => [Math.floor(place / 12), place % 12])
  );
}
