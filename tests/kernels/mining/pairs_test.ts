import * as tf from "@tensorflow/tfjs";
import assert from "node:assert/strict";
import { sampleNegatives } from "../../../kernels/mining/sample_negatives.ts";
import { pairMasks } from "../../../kernels/mining/pair_masks.ts";
import { pairCounts } from "../../../kernels/mining/pair_counts.ts";
import * as drawing from "../../../kernels/reference/mining/sample_negatives.ts";
import * as labelling from "../../../kernels/reference/mining/pair_masks.ts";
import * as counting from "../../../kernels/reference/mining/pair_counts.ts";
import {
  type Hardness,
  selectColumns as selectReference,
} from "../../../kernels/reference/mining/select_columns.ts";
import { selectColumns } from "../../../kernels/mining/select_columns.ts";
import { randomBatch, tiedBatch } from "../support/random_batch.ts";
import { take, testOnDevices } from "../support/test_on_devices.ts";

/** Rows and columns around the width of a workgroup. */
const SHAPES = [[1, 1], [3, 2], [66, 65]] as const;
const HARDNESS: Hardness[] = ["easy", "hard", "semi-hard"];

/** Labels of the columns from -1, which is none. */
const columnLabels = (m: number) => randomBatch({ n: m, d: 1 }, 8).labels.map((l) => l % 5 - 1);

for (const [n, m] of SHAPES) {
  const rows = randomBatch({ n, d: 1 }, 3).labels.map((label) => label % 4);
  const columns = columnLabels(m);
  // Full of ties, with one that is not finite.
  const distances = tiedBatch(Math.ceil(n * m / 16), 5).values.slice(0, n * m);
  distances[n * m - 1] = NaN;

  testOnDevices(`pairs of labels, [${n}, ${m}]`, [n * m, 2 * n * m], async () => {
    const [labels, others] = [tf.tensor1d(rows, "int32"), tf.tensor1d(columns, "int32")];
    for (const self of [0, 1, m]) {
      const { positives, negatives } = pairMasks(labels, others, self);
      const found = [...await take(positives), ...await take(negatives)];
      assert.deepEqual(found, Array.from(labelling.pairMasks(rows, columns, self)));
    }
    tf.dispose([labels, others]);
  });

  testOnDevices(`counts of listed pairs, [${n}, ${m}]`, [n * m], async () => {
    const list = Int32Array.from(randomBatch({ n, d: 7 }, 2).values, (x) => Math.floor(x * m));
    const [indices, others] = [
      tf.tensor2d(list, [n, 7], "int32"),
      tf.tensor1d(columns, "int32"),
    ];
    const found = await take(pairCounts(indices, others));
    assert.deepEqual(found, Array.from(counting.pairCounts(list, 7, columns)));
    tf.dispose([indices, others]);
  });

  testOnDevices(`selected columns among ties, [${n}, ${m}]`, [n, 2 * n], async () => {
    const inputs = {
      distances: tf.tensor2d(distances, [n, m]),
      labels: tf.tensor1d(rows, "int32"),
      others: tf.tensor1d(columns, "int32"),
    };
    for (const positive of HARDNESS) {
      for (const negative of HARDNESS) {
        if (positive === "semi-hard" && negative === "semi-hard") continue;
        const options = { positive, negative, self: 0 };
        const { positives, negatives } = selectColumns(inputs, options);
        const found = [...await take(positives), ...await take(negatives)];
        assert.deepEqual(found, Array.from(selectReference(distances, rows, columns, options)));
      }
    }
    tf.dispose([inputs.distances, inputs.labels, inputs.others]);
  });

  testOnDevices(`drawn columns, [${n}, ${m}]`, [n * m], async () => {
    // Whole weights, which add up exactly.
    const plain = distances.map((x, i) =>
      rows[Math.floor(i / m)] === columns[i % m] ? 0 : x > 0 ? 2 : 1
    );
    const inputs = {
      weights: tf.tensor2d(plain, [n, m]),
      labels: tf.tensor1d(rows, "int32"),
      others: tf.tensor1d(columns, "int32"),
    };
    for (const [seed, draw] of [[0, 0], [2 ** 24 - 1, 2 ** 24 - 1]] as const) {
      const options = { seed, sample: draw, self: 0 };
      const found = await take(sampleNegatives(inputs, options));
      assert.deepEqual(found, Array.from(drawing.sampleNegatives(plain, rows, columns, options)));
      if (n > 3) assert.ok(new Set(found).size > 10);
    }
    tf.dispose([inputs.weights, inputs.labels, inputs.others]);
  });
}
