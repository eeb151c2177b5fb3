import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs";
import type { BackendWasm } from "@tensorflow/tfjs-backend-wasm";
import { conv2d } from "../../../../kernels/wasm/ops/conv2d.ts";
import { conv2dBackpropFilter } from "../../../../kernels/wasm/ops/conv2d_backprop_filter.ts";
import { conv2dBackpropInput } from "../../../../kernels/wasm/ops/conv2d_backprop_input.ts";
import { depthwiseBackpropFilter } from "../../../../kernels/wasm/ops/depthwise_backprop_filter.ts";
import { depthwiseBackpropInput } from "../../../../kernels/wasm/ops/depthwise_backprop_input.ts";
import { depthwiseConv2d } from "../../../../kernels/wasm/ops/depthwise_conv2d.ts";
import { WasmProgram } from "../../../../kernels/wasm/runtime/wasm_program.ts";
import { openWasm } from "../../../../lib/backends/wasm.ts";
import { assertCloseTo } from "../../support/assert_close_to.ts";

interface Case {
  readonly size: [height: number, width: number];
  readonly filter: [height: number, width: number];
  readonly stride: number | [height: number, width: number];
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

/** Where fewer products do, of two places by two at a time: whole tiles and pieces, odd sides. */
const squares: Case[] = ([
  [[16, 16], 16, 32, "same"],
  [[17, 23], 18, 16, "valid"],
  [[16, 25], 21, 19, "same"],
] as const).map(([size, channels, outputs, pad]) => ({
  size: [...size],
  filter: [3, 3],
  stride: 1,
  pad,
  depthwise: false,
  channels,
  outputs,
}));

/** Depthwise, whole tiles of channels and pieces of them, more places than one share has. */
const deep: Case[] = ([[1, 1], [7, 2], [8, 1], [33, [2, 1]]] as const).map((
  [channels, stride],
) => ({
  size: [19, 21],
  filter: [3, 3],
  stride: typeof stride === "number" ? stride : [...stride],
  pad: "same",
  depthwise: true,
  channels,
  outputs: channels,
}));

const uneven: Case = {
  size: [11, 8],
  filter: [3, 2],
  stride: [1, 3],
  pad: "same",
  depthwise: false,
  channels: 5,
  outputs: 3,
};

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

  for (const wanted of [...cases, ...wide, ...squares, ...deep, uneven]) {
    const found = await convolution("wasm", wanted);
    const expected = await convolution("cpu", wanted);
    for (const [i, values] of expected.entries()) {
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

Deno.test("convolutions with holes on WebAssembly agree with the plain backend's", async () => {
  for (const depthwise of [false, true]) {
    for (const dilation of [2, [1, 3]] as const) {
      const found: Float32Array[] = [];
      for (const backend of ["cpu", "wasm"]) {
        if (backend === "wasm") await openWasm();
        else await tf.setBackend(backend);
        const y = tf.tidy(() => {
          const x = tf.randomNormal([2, 12, 11, 6], 0, 1, "float32", 1) as tf.Tensor4D;
          const outputs = depthwise ? 1 : 5;
          const w = tf.randomNormal([3, 3, 6, outputs], 0, 1, "float32", 2) as tf.Tensor4D;
          const convolve = depthwise ? tf.depthwiseConv2d : tf.conv2d;
          return convolve(
            x,
            w,
            1,
            "same",
            "NHWC",
            typeof dilation === "number" ? dilation : [...dilation],
          );
        });
        found.push(await y.data() as Float32Array);
      }
      assertCloseTo(found[1]!, found[0]!);
    }
  }
});

Deno.test("any number of threads computes the same bits", async () => {
  await openWasm();
  const backend = tf.backend() as BackendWasm;
  const programs = [1, 2, 5].map((threads) => new WasmProgram(backend, threads));
  const random = (shape: [number, number, number, number], seed: number) =>
    tf.randomNormal(shape, 0, 1, "float32", seed) as tf.Tensor4D;
  const sizes = [4, 23, 22, 37] as [number, number, number, number];
  for (const [depthwise, stride] of [[false, 1], [false, 2], [true, 2]] as const) {
    const filterShape: typeof sizes = [3, 3, 37, depthwise ? 1 : 41];
    const geometry = tf.backend_util
      .computeConv2DInfo(sizes, filterShape, stride, 1, "same", "floor", depthwise);
    const x = random(sizes, 1), filter = random(filterShape, 2), dy = random(geometry.outShape, 3);
    // So that threads that take a while to start take part as well.
    await new Promise((resolve) => setTimeout(resolve, 100));
    const [first, ...others] = programs.map((program) =>
      (depthwise
        ? [
          depthwiseConv2d(program, x, filter, geometry),
          depthwiseBackpropInput(program, dy, filter, geometry),
          depthwiseBackpropFilter(program, x, dy, geometry),
        ]
        : [
          conv2d(program, x, filter, geometry),
          conv2dBackpropInput(program, dy, filter, geometry),
          conv2dBackpropFilter(program, x, dy, geometry),
        ]).map((result) => backend.typedArrayFromHeap(result).slice())
    );
    for (const other of others) assert.deepEqual(other, first);
  }
});

Deno.test("what is computed of an image does not depend on the others, to the bit", async () => {
  await openWasm();
  for (const channels of [5, 16]) {
    const images = tf.randomNormal([3, 11, 10, channels], 0, 1, "float32", 1) as tf.Tensor4D;
    const filter = tf.randomNormal([3, 3, channels, 24], 0, 1, "float32", 2) as tf.Tensor4D;
    const last = (images: tf.Tensor4D) =>
      tf.tidy(() => tf.slice(tf.conv2d(images, filter, 1, "same"), images.shape[0] - 1));
    const among = await last(images).data();
    const alone = await last(tf.slice(images, 2) as tf.Tensor4D).data();
    assert.deepEqual(alone, among);
  }
});
