import * as tf from "@tensorflow/tfjs";
import assert from "node:assert/strict";
import type { Activation } from "../../../../kernels/reference/layers/activation.ts";
import * as reference from "../../../../kernels/reference/layers/squeeze_excite.ts";
import { squeezeExcite } from "../../../../kernels/webgpu/squeeze_excite/squeeze_excite.ts";
import { openWebGpu } from "../../../../lib/backends/webgpu.ts";
import { assertCloseTo } from "../../support/assert_close_to.ts";
import { poison, take } from "../../support/test_on_devices.ts";
import { numericGradient } from "../../support/numeric_gradient.ts";

type Sizes = readonly [n: number, height: number, width: number, channels: number, units: number];

const sizes: Sizes[] = [
  [1, 1, 1, 1, 1],
  [2, 5, 4, 16, 4],
  [3, 3, 2, 33, 5],
  [2, 7, 7, 192, 12],
  [1, 9, 9, 6, 18],
  [5, 2, 3, 132, 20],
];

/** Numbers from -1 to 1 in no order. */
function numbers(length: number, seed: number): Float32Array {
  return Float32Array.from({ length }, (_, i) => Math.sin((i + 1) * (i + 17 * seed) % 9973));
}

async function assertAsReference(of: Sizes, activation: Activation) {
  const { check } = await openWebGpu();
  const [n, height, width, channels, units] = of;
  const shape = [n, height, width, channels], size = tf.util.sizeFromShape(shape);
  const values = {
    x: numbers(size, 1).map((x) => 2 * x + 0.5),
    reduce: numbers(channels * units, 2),
    reduceBias: numbers(units, 3),
    expand: numbers(units * channels, 4),
    expandBias: numbers(channels, 5),
  };
  const upstream = numbers(size, 6);
  const inputs: tf.Tensor[] = [
    tf.tensor(values.x, shape),
    tf.tensor(values.reduce, [1, 1, channels, units]),
    tf.tensor1d(values.reduceBias),
    tf.tensor(values.expand, [1, 1, units, channels]),
    tf.tensor1d(values.expandBias),
  ];
  const dy = tf.tensor(upstream, shape);
  const perImage = 4 * (2 * Math.ceil(channels / 4) + Math.ceil(units / 4));
  await poison([size, n * perImage, (channels + 1) * units + (units + 1) * channels]);
  const before = tf.memory();

  const { value, grads } = tf.valueAndGrads((x, reduce, reduceBias, expand, expandBias) =>
    squeezeExcite(x as tf.Tensor4D, {
      reduce: reduce!,
      reduceBias: reduceBias!,
      expand: expand!,
      expandBias: expandBias!,
    }, activation)
  )(inputs, dy as tf.Tensor4D);
  grads.forEach((gradient, i) => assert.deepEqual(gradient.shape, inputs[i]!.shape));
  const found = await take(value);
  const gradients: number[][] = [];
  for (const gradient of grads) gradients.push(await take(gradient));
  check();
  const given = { ...values, shape: [n, height * width, channels] as const, activation };
  assertCloseTo(found, reference.squeezeExcite(given), 1e-5);
  const expected = reference.squeezeExciteGradient(given, upstream);
  Object.entries(expected).forEach(([name, gradient], i) => {
    try {
      assertCloseTo(gradients[i]!, gradient, 5e-5);
    } catch (cause) {
      throw new Error(`the gradient of ${name}`, { cause });
    }
  });
  const after = tf.memory();
  assert.equal(after.numTensors, before.numTensors, "tensors were left behind");
  assert.equal(after.numDataBuffers, before.numDataBuffers, "buffers were left behind");
  tf.dispose([...inputs, dy]);
}

Deno.test("the reference's gradient is the slope of what it computes", () => {
  const shape = [2, 3, 4] as const, units = 3;
  const inputs = {
    shape,
    activation: "silu",
    x: numbers(24, 1),
    reduce: numbers(4 * units, 2),
    reduceBias: numbers(units, 3),
    expand: numbers(4 * units, 4),
    expandBias: numbers(4, 5),
  } as const;
  const dy = numbers(24, 6);
  const gradients = reference.squeezeExciteGradient(inputs, dy);
  for (const name of ["x", "reduce", "reduceBias", "expand", "expandBias"] as const) {
    const along = numericGradient((values) => {
      const y = reference.squeezeExcite({ ...inputs, [name]: values });
      return y.reduce((sum, value, i) => sum + value * dy[i]!, 0);
    }, inputs[name]);
    assertCloseTo(gradients[name], along, 1e-7);
  }
});

for (const activation of ["none", "relu", "relu6", "silu"] as const) {
  Deno.test(`squeeze-and-excitation with ${activation} as the reference has it`, async () => {
    for (const of of sizes) {
      try {
        await assertAsReference(of, activation);
      } catch (cause) {
        throw new Error(`of [${of}]`, { cause });
      }
    }
  });
}
