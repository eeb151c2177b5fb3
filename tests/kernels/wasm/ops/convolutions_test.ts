import assert from "node:assert/strict";
import * as tf from "@tensorflow/tfjs";
import type { BackendWasm } from "@tensorflow/tfjs-backend-wasm";
import { conv2d } from "../../../../kernels/wasm/ops/conv2d.ts";
import { conv2dBackpropFilter } from "../../../../kernels/wasm/ops/conv2d_backprop_filter.ts";
import { conv2dBackpropInput } from "../../../../kernels/wasm/ops/conv2d_backprop_input.ts";
import { depthwiseBackpropFilter } from "../../../../kernels/wasm/ops/depthwise_backprop_filter.ts";
import { depthwiseBackpropInput } from "../../../../kernels/wasm/ops/depthwise_backprop_input.ts";
import { depthwiseConv2d } from "../../../../kernels/wasm/ops/depthwise_conv2d.ts";
import { startNodeThread } from "../../../../kernels/wasm/runtime/start_node_thread.ts";
import { WasmProgram } from "../../../../kernels/wasm/runtime/wasm_program.ts";
import { openWasm } from "../../../../lib/backends/wasm.ts";
import { assertCloseTo } from "../../support/assert_close_to.ts";
import { needs } from "../../../needs.ts";

Deno.test(
  "dilated convolutions on WebAssembly agree with the cpu backend",
  needs({ read: true }),
  async () => {
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
  },
);

Deno.test("any number of threads computes the same bits", needs({ read: true }), async () => {
  await openWasm();
  const backend = tf.backend() as BackendWasm;
  const programs = [1, 2, 5].map((threads) => new WasmProgram(backend, threads, startNodeThread));
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

Deno.test(
  "what is computed of an image does not depend on the others, to the bit",
  needs({ read: true }),
  async () => {
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
  },
);
