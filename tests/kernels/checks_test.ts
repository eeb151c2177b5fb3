import * as tf from "@tensorflow/tfjs";
import assert from "node:assert/strict";
// Registers what programs can reach, whether a check imports it or not.
import "../../kernels/mod.ts";
import { allChecks } from "../../kernels/checks/all_checks.ts";
import { batchNormCheck, lerpCheck } from "../../kernels/checks/batch_norm_checks.ts";
import { convCases, largeConvCases, winogradCases } from "../../kernels/checks/conv_cases.ts";
import { convCheck, convKernels, denseKernels } from "../../kernels/checks/conv_checks.ts";
import {
  distances,
  l2NormalizeCheck,
  pairwiseCheck,
} from "../../kernels/checks/distance_checks.ts";
import { type KernelCheck, toTensors } from "../../kernels/checks/kernel_check.ts";
import { matMulCheck, transpositions } from "../../kernels/checks/mat_mul_checks.ts";
import {
  mineRowsCheck,
  pairCountsCheck,
  pairMasksCheck,
  sampleNegativesCheck,
  selectColumnsCheck,
} from "../../kernels/checks/mining_checks.ts";
import { momentUpdateCheck, optimizerChecksOf } from "../../kernels/checks/optimizer_checks.ts";
import { isFor, runChecks } from "../../kernels/checks/run_checks.ts";
import { squeezeExciteCheck } from "../../kernels/checks/squeeze_excite_checks.ts";
import {
  allTripletsCheck,
  bandedTripletsCheck,
  listedTripletsCheck,
  tripletTerms,
} from "../../kernels/checks/triplet_checks.ts";
import type { Activation } from "../../kernels/reference/layers/activation.ts";
import { openBackend } from "../../lib/backends/open_backend.ts";
import { needs } from "../needs.ts";
import { full, slow } from "../slow.ts";
import { oddSizes } from "./support/random_batch.ts";
import { recordLaunches } from "./support/record_launches.ts";
import { devices } from "./support/test_on_devices.ts";

const activations: readonly Activation[] = ["none", "relu", "relu6", "silu"];
const hardness = ["easy", "hard", "semi-hard"] as const;
const options = { sanitizeOps: false, sanitizeResources: false };

/** Checks beside those of small inputs: sizes around tiles and workgroups, and every option. */
const grids: Record<string, readonly KernelCheck[]> = {
  "distances of odd sizes": [
    ...oddSizes.flatMap(({ n, d }) =>
      distances.flatMap((distance) => [n, 65].map((m) => pairwiseCheck({ n, m, d, distance })))
    ),
    // Enough for the larger blocks: in quads, and one by one.
    pairwiseCheck({ n: 1030, m: 1028, d: 16, distance: "cosine" }),
    pairwiseCheck({ n: 260, m: 4097, d: 33, distance: "euclidean" }),
    ...oddSizes.map(l2NormalizeCheck),
  ],
  "mining of odd sizes": [
    // The Euclidean distance is mined as its square.
    ...[...oddSizes, ...oddSizes.map(({ n }) => ({ n, d: 16 }))].flatMap(({ n, d }) =>
      (["cosine", "squared"] as const).flatMap((distance) =>
        (["hardest", "semi-hard"] as const)
          .map((negatives) => mineRowsCheck({ n, d, distance, negatives }))
      )
    ),
    // So many rows that not all tiles meet in one launch.
    mineRowsCheck({ n: 4001, distance: "cosine", negatives: "hardest" }),
    mineRowsCheck({ n: 4001, distance: "cosine", negatives: "semi-hard" }),
    ...([[1, 1], [3, 2], [66, 65]] as const).flatMap(([n, m]) => [
      ...[0, 1, m].map((self) => pairMasksCheck({ n, m, self })),
      pairCountsCheck({ n, m, k: 7 }),
      ...hardness.flatMap((positive) =>
        hardness
          .filter((negative) => positive !== "semi-hard" || negative !== "semi-hard")
          .map((negative) => selectColumnsCheck({ n, m, positive, negative, self: 0 }))
      ),
      ...[0, 2 ** 24 - 1]
        .map((seed) => sampleNegativesCheck({ n, m, seed, sample: seed, self: 0 })),
    ]),
  ],
  "triplets of odd sizes": [
    ...([
      { margin: 0.3, distance: "cosine", select: "all" },
      { margin: 0.2, distance: "cosine", select: "hard" },
      { margin: 0.2, distance: "euclidean", select: "semi-hard" },
      { margin: 0.1, distance: "squared", select: "all" },
    ] as const).flatMap((variant) => [
      ...oddSizes.map((sizes) => allTripletsCheck({ ...sizes, ...variant })),
      // Exact in float32: even the triplets on the edge of a band are counted alike.
      allTripletsCheck({ n: 37, d: 16, tied: true, ...variant, margin: 0.25 }),
    ]),
    ...tripletTerms.flatMap((options) =>
      [[1, 1], [3, 3], [65, 65], [5, 67]]
        .filter(([n, m]) => n === m || !options.swap)
        .flatMap(([n, m]) => [
          bandedTripletsCheck({ n: n!, m: m!, options }),
          listedTripletsCheck({ n: n!, m: m!, options }),
        ])
    ),
  ],
  "steps of optimizers": [
    ...optimizerChecksOf(1),
    // More parameters than a launch has threads.
    momentUpdateCheck({ count: 300_001, rows: 3, adaptive: 1 }),
  ],
  "batch norm of odd sizes": [
    ...activations.flatMap((activation) =>
      [[1, 1], [7, 3], [2, 5, 4, 16], [3, 9, 9, 33], [40, 40, 5], [17, 64], [2, 30, 30, 8], [
        9,
        1300,
      ]]
        .map((shape) => batchNormCheck({ shape, activation }))
    ),
    ...[1, 3, 64, 131].flatMap((length) =>
      ([[0, 1, 0.1], [1, 1.25, 0.5], [0, 2, 1], [1, 3, 0]] as const)
        .map(([row, factor, weight]) => lerpCheck({ length, row, factor, weight }))
    ),
  ],
  // Tiles and less, depths that are split, sides that are not in quads.
  "matrix products of odd sizes": transpositions.flatMap((transposed) =>
    [
      [1, 1, 1],
      [64, 16, 64],
      [32, 128, 512],
      [33, 31, 17],
      [65, 7, 130],
      [5, 4096, 9],
      [32, 4100, 128],
      [200, 600, 3],
    ].map(([rows, depth, columns]) =>
      matMulCheck({ rows: rows!, depth: depth!, columns: columns!, transposed })
    )
  ),
  "squeeze-and-excitation of odd sizes": activations.flatMap((activation) =>
    ([
      [1, 1, 1, 1, 1],
      [2, 5, 4, 16, 4],
      [3, 3, 2, 33, 5],
      [2, 7, 7, 192, 12],
      [1, 9, 9, 6, 18],
      [5, 2, 3, 132, 20],
    ] as const).map(([n, height, width, channels, units]) =>
      squeezeExciteCheck({ shape: [n, height, width, channels], units, activation })
    )
  ),
};

/** WebGPU compiles a program for every convolution, which takes a software adapter long. */
const convGrid = (device: string) =>
  convKernels.flatMap((key) =>
    [
      ...convCases.filter((_, i) => device === "wasm" || slow || i % 2 === 0),
      ...largeConvCases,
    ].map((convCase) => convCheck(key, convCase))
  );
const winogradGrid = denseKernels
  .flatMap((key) => winogradCases.map((convCase) => convCheck(key, convCase)));

for (const device of devices) {
  testChecks("kernels agree with their references on small inputs", device, allChecks);
  // Our own kernels are their references there, and the others are TensorFlow.js's.
  if (device === "cpu") continue;
  // A software adapter compiles a program for every shape, which takes minutes.
  if (device === "webgpu" && !full) continue;
  for (const [name, checks] of Object.entries(grids)) testChecks(name, device, checks);
  testChecks("convolutions of many geometries", device, convGrid(device));
  if (device === "wasm") testChecks("convolutions by Winograd", device, winogradGrid);
}

function testChecks(name: string, device: typeof devices[number], checks: readonly KernelCheck[]) {
  // A backend may leave an op to TensorFlow.js.
  if (checks.every(({ backend = device }) => backend !== device)) return;
  Deno.test({
    name: `${name} (${device})`,
    ...options,
    ...needs({ read: device === "wasm" }),
    async fn() {
      const backend = await openBackend(device);
      for (const check of checks) {
        const before = tf.memory();
        const wrong = (await runChecks([check], backend)).filter(({ ok }) => !ok);
        assert.deepEqual(wrong, [], `tolerance ${check.tolerance}`);
        const after = tf.memory();
        assert.equal(after.numTensors, before.numTensors, `${check.kernel} leaves tensors behind`);
        assert.equal(after.numDataBuffers, before.numDataBuffers, `${check.kernel} leaves buffers`);
        const replaces = /^(conv|depthwise|matmul)/.test(check.kernel);
        if (device !== "webgpu" || !replaces || !isFor(check, backend)) continue;
        const { programs } = recordLaunches(() =>
          tf.tidy(() => void check.run(toTensors(check.inputs())))
        );
        assert.ok(programs.length > 0);
        assert.ok(programs.every((key) => key.startsWith("Futago")), `${programs}`);
      }
    },
  });
}

for (const device of devices) {
  const name = `every kernel of our own is checked (${device})`;
  Deno.test(name, { ...options, ...needs({ read: device === "wasm" }) }, async () => {
    const backend = await openBackend(device);
    const own = tf.getKernelsForBackend(device).map(({ kernelName }) => kernelName)
      .filter((kernel) =>
        kernel.startsWith("Futago") || /^(Conv2D|Depthwise).*Backprop/.test(kernel)
      );
    const engine = tf.engine();
    const run = new Set<string>();
    const runKernel = engine.runKernel;
    engine.runKernel = function (kernel, ...rest) {
      run.add(kernel);
      return runKernel.call(this, kernel, ...rest) as never;
    };
    try {
      for (const check of allChecks.filter((check) => isFor(check, backend))) {
        tf.tidy(() => void check.run(toTensors(check.inputs())));
      }
    } finally {
      Reflect.deleteProperty(engine, "runKernel");
    }
    assert.ok(own.length >= 18, `${own}`);
    assert.deepEqual(own.filter((kernel) => !run.has(kernel)), []);
  });
}

Deno.test("no two checks have one name", () => {
  const names = allChecks.map(({ kernel }) => kernel);
  assert.deepEqual(names.filter((name, i) => names.indexOf(name) !== i), []);
});
