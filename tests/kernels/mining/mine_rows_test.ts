import * as tf from "@tensorflow/tfjs";
import fc from "fast-check";
import assert from "node:assert/strict";
import { mineRows } from "../../../kernels/mining/mine_rows.ts";
import { type Distance, distanceBetween } from "../../../kernels/reference/distances/distance.ts";
import * as reference from "../../../kernels/reference/mining/mine_rows.ts";
import { openWasm } from "../../../lib/backends/wasm.ts";
import { openWebGpu } from "../../../lib/backends/webgpu.ts";
import { type Batch, oddSizes, randomBatch, tiedBatch } from "../support/random_batch.ts";
import { take, testOnDevices } from "../support/test_on_devices.ts";
import { needs } from "../../needs.ts";

const DISTANCES: Distance[] = ["cosine", "euclidean", "squared"];
const NEGATIVES: reference.MinedNegatives[] = ["hardest", "semi-hard"];

/** What mining means, by sorting: the first of the candidates by distance, then by index. */
function mineBySorting(batch: Batch, distance: Distance, negatives: reference.MinedNegatives) {
  const rows = { values: batch.values, dimension: batch.d };
  const order = distance === "euclidean" ? "squared" : distance;
  const mined = { positives: [] as number[], negatives: [] as number[] };
  for (let i = 0; i < batch.n; i++) {
    const others = Array.from(batch.labels, (label, j) => ({
      j,
      same: label === batch.labels[i],
      value: Math.fround(distanceBetween(rows, i, rows, j, order)),
    })).filter(({ j, value }) => j !== i && Number.isFinite(value));
    const farthest = others.filter(({ same }) => same).sort((a, b) => b.value - a.value)[0];
    const limit = negatives === "hardest" ? -Infinity : farthest?.value ?? Infinity;
    const nearest = others.filter(({ same, value }) => !same && value > limit)
      .sort((a, b) => a.value - b.value)[0];
    mined.positives.push(farthest?.j ?? -1);
    mined.negatives.push(nearest?.j ?? -1);
  }
  return mined;
}

async function mine(batch: Batch, distance: Distance, negatives: reference.MinedNegatives) {
  const rows = tf.tensor2d(batch.values, [batch.n, batch.d]);
  const labels = tf.tensor1d(batch.labels, "int32");
  const mined = mineRows(rows, labels, { distance, negatives });
  tf.dispose([rows, labels]);
  return { positives: await take(mined.positives), negatives: await take(mined.negatives) };
}

async function assertMinedAsBySorting(batch: Batch) {
  for (const distance of DISTANCES) {
    for (const negatives of NEGATIVES) {
      assert.deepEqual(
        await mine(batch, distance, negatives),
        mineBySorting(batch, distance, negatives),
        `${distance}, ${negatives}`,
      );
    }
  }
}

Deno.test("the reference mines as sorting does", needs({ read: true }), () => {
  for (const { n, d } of oddSizes) {
    for (const batch of [randomBatch({ n, d }), tiedBatch(n)]) {
      const rows = { values: batch.values, dimension: batch.d };
      for (const distance of DISTANCES) {
        for (const negatives of NEGATIVES) {
          const mined = reference.mineRows(rows, batch.labels, distance, negatives);
          assert.deepEqual(
            { positives: [...mined.positives], negatives: [...mined.negatives] },
            mineBySorting(batch, distance, negatives),
          );
        }
      }
    }
  }
});

const batch = tiedBatch(37);

Deno.test({
  ...needs({ read: true }),
  name: "mining on WebGPU takes memory that grows with n, and writes no matrix",
  sanitizeOps: false,
  sanitizeResources: false,
  async fn() {
    const { check } = await openWebGpu();
    const allocated = () =>
      (tf.memory() as tf.MemoryInfo & { numBytesAllocatedInGPU: number }).numBytesAllocatedInGPU;
    // Buffers are pooled by size and never given back, and no other test takes these sizes.
    const before = allocated();
    const n = 3001, large = tiedBatch(n);
    await mine(large, "cosine", "hardest");
    check();
    const inputs = 4 * (n * large.d + n), outputs = 4 * 2 * n;
    const between = allocated() - before - inputs - outputs;
    assert.ok(between > 0 && between <= 520 * n, `${between / n} bytes a row`);
  },
});

Deno.test({
  ...needs({ read: true }),
  name: "mining on WebAssembly finds what the reference finds, of rows of any size and nearness",
  sanitizeOps: false,
  sanitizeResources: false,
  async fn() {
    await openWasm();
    // Around tiles, panels and blocks, and of an even and an odd number of blocks.
    const n = fc.constantFrom(1, 6, 8, 23, 24, 25, 48, 49, 73);
    const d = fc.constantFrom(1, 6, 67);
    const near = fc.constantFrom(0, 1e-12, 1e-7, 1e-3, 1);
    const size = fc.constantFrom(1e-30, 1e-10, 1, 1e10, 1e30);
    const broken = fc.constantFrom(0, NaN, Infinity, -Infinity);
    await fc.assert(
      fc.asyncProperty(
        fc.record({ n, d, seed: fc.integer({ min: 1, max: 1e6 }), near, size, broken }),
        fc.constantFrom(...DISTANCES),
        fc.constantFrom(...NEGATIVES),
        async ({ n, d, seed, near, size, broken }, distance, negatives) => {
          const { labels, values } = randomBatch({ n, d }, seed);
          const rows = values.map((value, i) => size * (values[i % d]! + near * value));
          rows[Math.min(5, n - 1) * d]! += broken;
          const found = await mine({ n, d, labels, values: rows }, distance, negatives);
          const expected = reference.mineRows(
            { values: rows, dimension: d },
            labels,
            distance,
            negatives,
          );
          assert.deepEqual(found, {
            positives: [...expected.positives],
            negatives: [...expected.negatives],
          });
        },
      ),
      { seed: 1, numRuns: 500 },
    );
  },
});

testOnDevices("one identity has no negatives", [37, 74], async () => {
  const alone = { ...batch, labels: batch.labels.map(() => 7) };
  const { positives, negatives } = await mine(alone, "cosine", "hardest");
  assert.ok(positives.every((index) => index >= 0));
  assert.ok(negatives.every((index) => index === -1));
  await assertMinedAsBySorting(alone);
});

testOnDevices("an identity with one image has no positive", [37, 74], async () => {
  const single = { ...batch, labels: batch.labels.map((_, i) => i) };
  const { positives, negatives } = await mine(single, "cosine", "semi-hard");
  assert.ok([...positives, ...negatives].every((index) => index === -1));
  await assertMinedAsBySorting(single);
});

testOnDevices("identical rows: the lowest index, and nothing beyond", [37, 74], async () => {
  const same = { ...batch, values: batch.values.map(() => 0.25) };
  const labels = same.labels.map((_, i) => i % 2);
  const { positives, negatives } = await mine({ ...same, labels }, "squared", "hardest");
  assert.deepEqual(positives.slice(0, 4), [2, 3, 0, 1]);
  assert.deepEqual(negatives.slice(0, 4), [1, 0, 1, 0]);
  const semiHard = await mine({ ...same, labels }, "squared", "semi-hard");
  assert.ok(semiHard.negatives.every((index) => index === -1));
});

testOnDevices("rows with NaN or infinity do not take part", [37, 74], async () => {
  const values = batch.values.slice();
  values[3 * 16] = NaN;
  values[5 * 16 + 2] = Infinity;
  values[6 * 16 + 7] = -Infinity;
  const broken = { ...batch, values };
  const { positives, negatives } = await mine(broken, "cosine", "hardest");
  for (const i of [3, 5, 6]) {
    assert.equal(positives[i], -1);
    assert.equal(negatives[i], -1);
    assert.ok(![...positives, ...negatives].includes(i));
  }
  await assertMinedAsBySorting(broken);
});
