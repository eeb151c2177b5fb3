import * as tf from "@tensorflow/tfjs";
import type { WebGPUBackend } from "@tensorflow/tfjs-backend-webgpu";

/**
 * Counts the programs that `body` starts on WebGPU.
 *
 * @returns null on other backends
 */
export async function countLaunches(body: () => Promise<void>): Promise<number | null> {
  if (tf.getBackend() !== "webgpu") {
    await body();
    return null;
  }
  const backend = tf.backend() as WebGPUBackend;
  const launch = backend.runWebGPUProgram;
  let launches = 0;
  backend.runWebGPUProgram = (...program) => {
    launches++;
    return launch.apply(backend, program);
  };
  try {
    await body();
  } finally {
    backend.runWebGPUProgram = launch;
  }
  return launches;
}
