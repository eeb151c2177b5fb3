import * as tf from "@tensorflow/tfjs";
import type { BackendWasm } from "@tensorflow/tfjs-backend-wasm";
import assert from "node:assert/strict";
import { mineRows } from "../../../../kernels/wasm/ops/mine_rows.ts";
import { startNodeThread } from "../../../../kernels/wasm/runtime/start_node_thread.ts";
import { WasmProgram } from "../../../../kernels/wasm/runtime/wasm_program.ts";
import { openWasm } from "../../../../lib/backends/wasm.ts";
import { needs } from "../../../needs.ts";
import { randomBatch } from "../../support/random_batch.ts";

Deno.test(
  "mining on WebAssembly finds the same with any number of threads",
  needs({ read: true }),
  async () => {
    await openWasm();
    // Many near ties, of which a pair that one thread lost would be one.
    const { n, d, values, labels } = randomBatch({ n: 1001, d: 5 });
    const rows = tf.tensor2d(values.map((value) => 1 + value / 2 ** 12), [n, d]);
    const classes = tf.tensor1d(labels, "int32");
    const found: number[][] = [];
    for (const threads of [1, 2, 5]) {
      const program = new WasmProgram(tf.backend() as BackendWasm, threads, startNodeThread);
      // So that the threads have started.
      await new Promise((resolve) => setTimeout(resolve, 200));
      const options = { distance: "squared", negatives: "semi-hard" } as const;
      const mined = mineRows(program, rows, classes, options);
      found.push(Array.from(program.numbers(mined)));
      program.dispose(mined);
    }
    assert.deepEqual(found[1], found[0]);
    assert.deepEqual(found[2], found[0]);
    tf.dispose([rows, classes]);
  },
);
