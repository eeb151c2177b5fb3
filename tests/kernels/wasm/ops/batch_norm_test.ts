import * as tf from "@tensorflow/tfjs";
import type { BackendWasm } from "@tensorflow/tfjs-backend-wasm";
import assert from "node:assert/strict";
import { activations } from "../../../../kernels/reference/layers/activation.ts";
import { batchNorm, batchNormGradient } from "../../../../kernels/wasm/ops/batch_norm.ts";
import { startNodeThread } from "../../../../kernels/wasm/runtime/start_node_thread.ts";
import { WasmProgram } from "../../../../kernels/wasm/runtime/wasm_program.ts";
import { openWasm } from "../../../../lib/backends/wasm.ts";
import { sampleValues } from "../../../../kernels/checks/sample_values.ts";
import { assertCloseTo } from "../../support/assert_close_to.ts";
import { poison } from "../../../../kernels/checks/poison.ts";
import { needs } from "../../../needs.ts";

const backend = () => tf.backend() as BackendWasm;

Deno.test(
  "BatchNorm on WebAssembly is the same to the bit with any number of threads",
  needs({ read: true }),
  async () => {
    await openWasm();
    const rows = 3001, channels = 19;
    const options = { epsilon: 1e-3, activation: "silu" } as const;
    const x = tf.tensor2d(sampleValues(rows * channels, 1), [rows, channels]);
    const dy = tf.tensor2d(sampleValues(rows * channels, 2), [rows, channels]);
    const scale = tf.tensor1d(sampleValues(channels, 3));
    const offset = tf.tensor1d(sampleValues(channels, 4));
    const found: Float32Array[][] = [];
    for (const threads of [1, 2, 5]) {
      const program = new WasmProgram(backend(), threads, startNodeThread);
      // So that the threads have started.
      await new Promise((resolve) => setTimeout(resolve, 200));
      await poison([rows * channels, 2 * channels]);
      const [y, statistics] = batchNorm(program, { x, scale, offset }, options);
      const given = { x, dy, statistics, scale, offset };
      const outputs = [y, statistics, ...batchNormGradient(program, given, options)];
      found.push(
        outputs.map((output) => Float32Array.from(backend().typedArrayFromHeap(output))),
      );
      for (const output of outputs) program.dispose(output);
    }
    assert.deepEqual(found[1], found[0]);
    assert.deepEqual(found[2], found[0]);
    tf.dispose([x, dy, scale, offset]);
  },
);

Deno.test(
  "SiLU and its slope on WebAssembly to two units in the last place, finite from -1e4 to 1e4",
  needs({ read: true }),
  async () => {
    await openWasm();
    const epsilon = 0, silu = 3, channels = 1, itemRows = 4096;
    /** The largest distance between numbers of float32, over the smaller. */
    const unit = 2 ** -23;
    const x = Float32Array.from({ length: 200_001 }, (_, i) => 1e4 * (i / 100_000 - 1) ** 5);
    const items = Math.ceil(x.length / itemRows);
    const program = WasmProgram.of(backend());
    const run = (kernel: string, numbers: Float32Array[], more: number[] = []) => {
      const tensors = numbers.map((values) => tf.tensor1d(values));
      const output = program.output([x.length]);
      program.run(kernel, [
        ...tensors.map((tensor) => program.address(tensor)),
        epsilon,
        silu,
        x.length,
        channels,
        itemRows,
        program.address(output),
        ...more,
      ], items);
      const values = Float32Array.from(backend().typedArrayFromHeap(output));
      tf.dispose(tensors);
      program.dispose(output);
      return values;
    };
    // Statistics, scale and offset that leave each number as it is.
    const asIs = [Float32Array.of(0, 1), Float32Array.of(1), Float32Array.of(0)];
    const y = run("batchNorm", [x, ...asIs]);
    for (const [i, z] of x.entries()) {
      const expected = activations.silu.apply(z);
      const off = Math.abs(y[i]! - expected);
      // Where e to the z leaves float32's range, the result is as good as 0.
      const allowed = 2 * unit * Math.abs(expected) + 1e-30;
      assert.ok(off <= allowed, `silu(${z}): ${y[i]} for ${expected}`);
    }
    const ones = new Float32Array(x.length).fill(1);
    const sums = program.output([2 * items]);
    const slopes = run("batchNormSums", [x, ones, ...asIs], [program.address(sums)]);
    program.dispose(sums);
    assertCloseTo(slopes, Array.from(x, activations.silu.slope), 1e-6);
  },
);
