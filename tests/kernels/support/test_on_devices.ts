import * as tf from "@tensorflow/tfjs";
import { openWasm } from "../../../lib/backends/wasm.ts";
import { openWebGpu } from "../../../lib/backends/webgpu.ts";

/** A backend that the same test body runs on. */
interface Device {
  readonly name: string;
  /** Makes it the current backend; afterwards `check` throws what the device complained of. */
  open(): Promise<{ check(): void }>;
}

const DEVICES: Device[] = [
  // Without any adapter this throws, and the test fails: WGSL that never ran is not tested.
  { name: "webgpu", open: openWebGpu },
  { name: "wasm", open: () => openWasm().then(() => silent) },
  { name: "cpu", open: () => tf.setBackend("cpu").then(() => silent) },
];

const silent = { check() {} };

/**
 * Registers a test for every device. Before the body, buffers of the sizes that its outputs will
 * take are filled with NaN and released: an output that no shader wrote holds NaN, and not the right
 * answer of an earlier run. After it, errors of the device fail the test, and tensors left behind.
 *
 * @param sizes numbers of elements that the body's outputs have
 */
export function testOnDevices(
  name: string,
  sizes: number[],
  body: () => Promise<void>,
) {
  for (const device of DEVICES) {
    Deno.test({
      name: `${name} (${device.name})`,
      sanitizeOps: false,
      sanitizeResources: false,
      async fn() {
        const { check } = await device.open();
        await poison(sizes);
        const before = tf.memory().numTensors;
        await body();
        check();
        const left = tf.memory().numTensors - before;
        if (left !== 0) throw new Error(`${left} tensors were left behind`);
      },
    });
  }
}

/** Reads a tensor and disposes of it. */
export async function take(tensor: tf.Tensor): Promise<number[]> {
  const values = await tensor.data();
  tensor.dispose();
  return Array.from(values);
}

/** Fills buffers of these sizes with NaN and releases them, for the next outputs to take. */
export async function poison(sizes: number[]) {
  const tensors = sizes.flatMap((size) => Array.from({ length: 4 }, () => tf.fill([size], NaN)));
  await Promise.all(tensors.map((tensor) => tensor.data()));
  tf.dispose(tensors);
}
