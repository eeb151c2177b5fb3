import assert from "node:assert/strict";
import {
  kernelsProgram,
  plainKernelsProgram,
} from "../../../../kernels/wasm/runtime/kernels_program.ts";
import { startNodeThread } from "../../../../kernels/wasm/runtime/start_node_thread.ts";
import { ThreadPool } from "../../../../kernels/wasm/runtime/thread_pool.ts";

const side = 96, depth = 40, page = 65_536;

/** A job of 32 items on memory of its own: a product of matrices. */
function start(threads: number, { program = kernelsProgram, shared = true } = {}) {
  const memory = new WebAssembly.Memory({ initial: 32, maximum: 65_536, shared });
  const rooms = Array.from({ length: threads }, (_, i) => (20 + i) * page);
  const [first, ...others] = rooms as [number, ...number[]];
  const pool = new ThreadPool(program, memory, [first, ...others], startNodeThread);
  const rows = new Float32Array(memory.buffer, page, side * depth);
  const panels = new Float32Array(memory.buffer, 2 * page, depth * side);
  for (const i of rows.keys()) rows[i] = Math.sin(i);
  for (const i of panels.keys()) panels[i] = Math.cos(i);
  const product = new Float32Array(memory.buffer, 3 * page, side * side);
  const run = (images = page) => {
    product.fill(NaN);
    pool.run("implicitGemm", [
      images,
      0,
      1,
      side,
      depth,
      1,
      side,
      1,
      1,
      // A table of zeros: one tap that sees its own place.
      4 * page,
      1,
      side,
      2 * page,
      side,
      3 * page,
      0,
      0,
      side,
      12,
      3,
    ], 8 * 4);
    return product.slice();
  };
  return { run, rows, panels };
}

/** The same, plainly. */
function plainly(rows: Float32Array, panels: Float32Array): number[] {
  return Array.from({ length: side * side }, (_, i) => {
    const row = Math.floor(i / side), column = i % side;
    let sum = 0;
    for (let k = 0; k < depth; k++) {
      const right = panels[(Math.floor(column / 8) * depth + k) * 8 + column % 8]!;
      sum += rows[row * depth + k]! * right;
    }
    return sum;
  });
}

for (const threads of [1, 2, 5]) {
  Deno.test(`a job of many items, shared by ${threads}, a thousand times: whole every time`, async () => {
    const { run, rows, panels } = start(threads);
    const expected = plainly(rows, panels);
    const first = run();
    for (const [i, value] of expected.entries()) {
      assert.ok(Math.abs(value - first[i]!) < 1e-4, `${i}: ${first[i]} for ${value}`);
    }
    // So that threads that take a while to start take part as well.
    await new Promise((resolve) => setTimeout(resolve, 100));
    for (let job = 0; job < 1000; job++) assert.deepEqual(run(), first);
  });
}

Deno.test("one thread needs no shared memory, and computes the same", () => {
  assert.deepEqual(start(1, { shared: false }).run(), start(2).run());
});

Deno.test("the plain program computes the same, but for the last bits", () => {
  const plain = start(1, { program: plainKernelsProgram }).run(), fused = start(1).run();
  for (const [i, value] of fused.entries()) assert.ok(Math.abs(value - plain[i]!) < 1e-5);
});

Deno.test("a kernel that fails on any thread fails the job, and the next job is as ever", async () => {
  const { run } = start(3);
  const first = run();
  await new Promise((resolve) => setTimeout(resolve, 100));
  for (let job = 0; job < 20; job++) {
    assert.throws(() => run(2 ** 31), WebAssembly.RuntimeError);
    assert.deepEqual(run(), first);
  }
});
