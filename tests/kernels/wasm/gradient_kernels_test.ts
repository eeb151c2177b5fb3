import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs";
import { openWasm } from "../../../lib/backends/wasm.ts";

interface Case {
  readonly size: [height: number, width: number];
  readonly filter: [height: number, width: number];
  readonly stride: number;
  readonly pad: "same" | "valid";
  readonly depthwise: boolean;
  readonly channels: number;
  /** Where it is not depthwise. */
  readonly outputs: number;
}

/** Whole tiles of channels and pieces of them, and more places than are taken at a time. */
const wide: Case[] = [[1, 1], [3, 16], [7, 9], [17, 24], [40, 33]].flatMap(([channels, outputs]) =>
  [1, 2].map((stride) => ({
    size: [19, 21],
    filter: [3, 3],
    stride,
    pad: "same",
    depthwise: false,
    channels: channels!,
    outputs: outputs!,
  }))
);

const cases: Case[] = [false, true].flatMap((depthwise) =>
  (["same", "valid"] as const).flatMap((pad) =>
    [1, 2, 3].flatMap((stride) =>
      ([[1, 1], [3, 3], [5, 3], [2, 2]] as [number, number][]).flatMap((filter) =>
        ([[7, 9], [8, 8]] as [number, number][]).map((size) => ({
          size,
          filter,
          stride,
          pad,
          depthwise,
          channels: 4,
          outputs: 5,
        }))
      )
    )
  )
);

/** A convolution, and the gradients of a weighted sum of it, on the backend named. */
async function convolution(backend: string, wanted: Case): Promise<Float32Array[]> {
  await tf.setBackend(backend);
  const { size, filter, stride, pad, depthwise, channels, outputs } = wanted;
  const tensors = tf.tidy(() => {
    const x = tf.randomNormal([3, ...size, channels], 0, 1, "float32", 1) as tf.Tensor4D;
    const w = tf.randomNormal(
      [...filter, channels, depthwise ? 1 : outputs],
      0,
      1,
      "float32",
      2,
    ) as tf.Tensor4D;
    const convolve = depthwise ? tf.depthwiseConv2d : tf.conv2d;
    return [
      convolve(x, w, stride, pad),
      ...tf.grads((x, w) => {
        const y = convolve(x as tf.Tensor4D, w as tf.Tensor4D, stride, pad);
        return tf.sum(tf.mul(y, tf.randomNormal(y.shape, 0, 1, "float32", 3)));
      })([x, w]),
    ];
  });
  return await Promise.all(tensors.map((tensor) => tensor.data())) as Float32Array[];
}

Deno.test("convolutions and their gradients on WebAssembly agree with the plain backend's", async () => {
  await openWasm();

  for (const wanted of [...cases, ...wide]) {
    const found = await convolution("wasm", wanted);
    const expected = await convolution("cpu", wanted);
    for (const [i, values] of expected.entries()) {
      // TensorFlow.js's own depthwise convolution errs where the stride is larger than the filter.
      if (wanted.depthwise && i === 0) continue;
      assert.equal(found[i]!.length, values.length);
      const furthest = values.reduce(
        (most, value, k) => Math.max(most, Math.abs(value - found[i]![k]!)),
        0,
      );
      assert.ok(furthest < 2e-4, `${JSON.stringify(wanted)} tensor ${i} is off by ${furthest}`);
    }
  }
});

Deno.test("convolutions and their gradients leave no tensor behind", async () => {
  await openWasm();

  const run = () => convolution("wasm", cases[0]!);
  await run();
  tf.disposeVariables();
  const before = tf.memory().numTensors;
  await run();
  assert.equal(tf.memory().numTensors, before + 3, "only what was asked for remains");
});
