import * as tf from "@tensorflow/tfjs";
import type { WebGPUBackend } from "@tensorflow/tfjs-backend-webgpu";

const filters: readonly GPUErrorFilter[] = ["out-of-memory", "internal", "validation"];

/**
 * Computes on the current backend. If its device reports an error meanwhile, such as a shader that does
 * not compile, that error belongs to this computation alone: the device goes on with the next.
 *
 * @throws {Error} the first line of the device's first error; what `compute` throws otherwise
 */
export async function throwDeviceErrors<T>(compute: () => Promise<T>): Promise<T> {
  const { device } = tf.backend() as Partial<WebGPUBackend>;
  if (!device) return await compute();
  for (const filter of filters) device.pushErrorScope(filter);
  const [outcome] = await Promise.allSettled([compute()]);
  // Of a device that is lost, there are no scopes left.
  const errors = await Promise.all(filters.map(() => device.popErrorScope().catch(() => null)));
  const error = errors.find((error) => error !== null);
  if (error) throw new Error(error.message.trim().split("\n", 1)[0]);
  if (outcome.status === "rejected") throw outcome.reason;
  return outcome.value;
}
