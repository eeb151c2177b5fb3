import * as tf from "@tensorflow/tfjs";
import type { WebGPUBackend } from "@tensorflow/tfjs-backend-webgpu";
import assert from "node:assert/strict";
import { type Pass, runPasses } from "../../kernels/runtime/run_passes.ts";
import { openWebGpu } from "../../lib/backends/webgpu.ts";
import { awaitTensor } from "../timing/await_tensor.ts";
import copyWgsl from "./copy_peak.wgsl" with { type: "text" };
import matMulWgsl from "./mat_mul_peak.wgsl" with { type: "text" };

/** The highest rates of the adapter, as measured. */
export interface Peaks {
  /** Of fused products and sums in float32 that wait for nothing, two operations each. */
  readonly gigaflopsPerSecond: number;
  /** Of a copy between buffers, bytes read and bytes written. */
  readonly gigabytesPerSecond: number;
}

const threads = 256;
/** Elements of the buffer that is copied: 64 MiB, more than caches hold. */
const copied = 2 ** 24;
const quadsPerThread = 4;
/** Elements of the result: 2^18 threads, enough to fill a large device. */
const kept = 2 ** 18;
/** Products of a thread in one round: 3 quads, 128 times. */
const productsPerRound = 4 * 3 * 128;
/** A readback costs little beside so much work. */
const minMilliseconds = 100;
const tries = 5;

/** Measures the peaks of the WebGPU adapter: of each the best of a few tries. */
export async function measurePeaks(): Promise<Peaks> {
  const { check } = await openWebGpu();
  const backend = tf.backend() as WebGPUBackend;
  /** Runs programs into one output, and reads its last element once all are done. */
  const lastOf = async (inputs: Record<string, tf.Tensor>, size: number, passes: Pass[]) => {
    const name = "FutagoPeak", outputShape = [size], dtype = "float32";
    const info = runPasses(backend, { name, inputs, outputShape, dtype, passes });
    const result = tf.engine().makeTensorFromTensorInfo(info);
    const value = await awaitTensor(result);
    check();
    result.dispose();
    return value;
  };
  const half = tf.scalar(0.5), x = tf.range(0, copied, 1, "float32");
  try {
    const roundsPerSecond = await fastest(async (rounds) => {
      const workgroups = [kept / threads, 1] as const;
      const pass = { source: [matMulWgsl], uniforms: { rounds }, threads, workgroups };
      // Each of 12 numbers tends to 2, where it is half of itself and 1.
      assert.equal(await lastOf({ half }, kept, [pass]), 24);
    });
    const copy: Pass = {
      source: [copyWgsl],
      constants: { QUADS_PER_THREAD: quadsPerThread },
      quads: ["x", "result"],
      threads,
      workgroups: [copied / (4 * quadsPerThread * threads), 1],
    };
    const copiesPerSecond = await fastest(async (copies) => {
      assert.equal(await lastOf({ x }, copied, Array(copies).fill(copy)), copied - 1);
    });
    return {
      gigaflopsPerSecond: 2 * roundsPerSecond * productsPerRound * kept / 1e9,
      gigabytesPerSecond: 2 * copiesPerSecond * 4 * copied / 1e9,
    };
  } finally {
    tf.dispose([half, x]);
  }
}

/** How often per second `run` does its work, the best of a few tries that are long enough to time. */
async function fastest(run: (times: number) => Promise<void>): Promise<number> {
  let times = 1, best = 0;
  await run(times);
  for (let timed = 0; timed < tries;) {
    const start = performance.now();
    await run(times);
    const milliseconds = performance.now() - start;
    if (milliseconds < minMilliseconds) {
      times *= 2;
    } else {
      best = Math.max(best, 1000 * times / milliseconds);
      timed++;
    }
  }
  return best;
}

/** How near a kernel comes to what the adapter can do. */
export interface Roofline {
  /** Of the peak that binds it, the one that it comes nearer to; 1 is all. */
  readonly fraction: number;
  readonly binding: "products" | "memory";
}

/** Compares a kernel's rates with the peaks that were measured in the same run. */
export function roofline(rates: Peaks, peaks: Peaks): Roofline {
  const products = rates.gigaflopsPerSecond / peaks.gigaflopsPerSecond;
  const memory = rates.gigabytesPerSecond / peaks.gigabytesPerSecond;
  return products > memory
    ? { fraction: products, binding: "products" }
    : { fraction: memory, binding: "memory" };
}
