import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs";
import { registerGradientKernels } from "../../../kernels/wasm/register_gradient_kernels.ts";
import { openWasm } from "../../../lib/backends/wasm.ts";

interface Case {
  readonly size: [height: number, width: number];
  readonly filter: [height: number, width: number];
  readonly stride: number;
  readonly pad: "same" | "valid";
  readonly depthwise: boolean;
}

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
        }))
      )
    )
  )
);

/** Gradients of a weighted sum of the convolution's output, on the backend named. */
async function gradients(backend: string, wanted: Case): Promise<Float32Array[]> {
  await tf.setBackend(backend);
  const { size, filter, stride, pad, depthwise } = wanted;
  const [inputGradient, filterGradient] = tf.tidy(() => {
    const x = tf.randomNormal([3, ...size, 4], 0, 1, "float32", 1) as tf.Tensor4D;
    const w = tf.randomNormal([...filter, 4, depthwise ? 1 : 5], 0, 1, "float32", 2) as tf.Tensor4D;
    const convolve = depthwise ? tf.depthwiseConv2d : tf.conv2d;
    return tf.grads((x, w) => {
      const y = convolve(x as tf.Tensor4D, w as tf.Tensor4D, stride, pad);
      return tf.sum(tf.mul(y, tf.randomNormal(y.shape, 0, 1, "float32", 3)));
    })([x, w]);
  });
  return [await inputGradient!.data(), await filterGradient!.data()] as Float32Array[];
}

Deno.test("gradients of convolutions on WebAssembly agree with the plain backend's", async () => {
  await openWasm();
  registerGradientKernels();
  for (const wanted of cases) {
    const found = await gradients("wasm", wanted);
    const expected = await gradients("cpu", wanted);
    for (const [i, values] of expected.entries()) {
      assert.equal(found[i]!.length, values.length);
      const furthest = values.reduce(
        (most, value, k) => Math.max(most, Math.abs(value - found[i]![k]!)),
        0,
      );
      assert.ok(furthest < 1e-4, `${JSON.stringify(wanted)} gradient ${i} is off by ${furthest}`);
    }
  }
});

Deno.test("gradients of convolutions leave no tensor behind", async () => {
  await openWasm();
  registerGradientKernels();
  const run = () => gradients("wasm", cases[0]!);
  await run();
  tf.disposeVariables();
  const before = tf.memory().numTensors;
  await run();
  assert.equal(tf.memory().numTensors, before + 2, "only the two gradients remain");
});
