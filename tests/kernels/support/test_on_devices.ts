import * as tf from "@tensorflow/tfjs";
import type { CheckedBackend } from "../../../kernels/checks/run_checks.ts";
import { poison } from "../../../kernels/checks/poison.ts";
import { openBackend } from "../../../lib/backends/open_backend.ts";
import { needs } from "../../needs.ts";
import { full } from "../../slow.ts";

/** Backends that the same test runs on. Without a graphics adapter, WebGPU fails the test. */
export const devices = ["webgpu", "wasm", "cpu"] as const satisfies CheckedBackend["name"][];

/**
 * Registers a test for every device. Memory of the sizes that the outputs take is filled with NaN
 * first: an output that no shader wrote holds NaN, and not the right answer of an earlier run. Errors
 * of the device, and tensors that are left behind, fail the test.
 *
 * @param sizes numbers of elements that the body's outputs have
 */
export function testOnDevices(name: string, sizes: number[], body: () => Promise<void>): void {
  for (const device of devices) testOnDevice(device, name, sizes, body);
}

/**
 * The same in `deno task test:full`; in the fast tests on WebAssembly alone. For code of which many
 * cases run, over kernels that have checks of their own.
 *
 * @param sizes numbers of elements that the body's outputs have
 */
export function testOnAllInFull(name: string, sizes: number[], body: () => Promise<void>): void {
  for (const device of full ? devices : ["wasm"] as const) testOnDevice(device, name, sizes, body);
}

function testOnDevice(
  device: typeof devices[number],
  name: string,
  sizes: number[],
  body: () => Promise<void>,
): void {
  Deno.test({
    name: `${name} (${device})`,
    // The binary of WebAssembly's backend is a file of its package.
    ...needs({ read: device === "wasm" }),
    sanitizeOps: false,
    sanitizeResources: false,
    async fn() {
      const { check } = await openBackend(device);
      await poison(sizes);
      const before = tf.memory().numTensors;
      await body();
      check();
      const left = tf.memory().numTensors - before;
      if (left !== 0) throw new Error(`${left} tensors were left behind`);
    },
  });
}

/** Reads a tensor and disposes of it. */
export async function take(tensor: tf.Tensor): Promise<number[]> {
  const values = await tensor.data();
  tensor.dispose();
  return Array.from(values);
}
