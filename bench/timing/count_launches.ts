import * as tf from "@tensorflow/tfjs";
import type { WebGPUBackend } from "@tensorflow/tfjs-backend-webgpu";

/** What a device was told to do. */
export interface Launches {
  /** Programs that were started. */
  readonly programs: number;
  /** Copies from buffer to buffer, readbacks left out. */
  readonly copies: number;
  /** How often each program was started, the most frequent first. */
  readonly byProgram: Readonly<Record<string, number>>;
}

/**
 * Counts what `body` starts on WebGPU.
 *
 * @returns null on other backends
 */
export async function countLaunches(body: () => Promise<void>): Promise<Launches | null> {
  if (tf.getBackend() !== "webgpu") {
    await body();
    return null;
  }
  const backend = tf.backend() as WebGPUBackend;
  const launch = backend.runWebGPUProgram;
  const copy = GPUCommandEncoder.prototype.copyBufferToBuffer;
  const counts = new Map<string, number>();
  let copies = 0;
  backend.runWebGPUProgram = (program, ...rest) => {
    // Ours are plain objects, whose key begins with the name.
    const { name } = program.constructor;
    const known = name === "Object" ? program.shaderKey.split(" ")[0]! : name;
    counts.set(known, (counts.get(known) ?? 0) + 1);
    return launch.call(backend, program, ...rest);
  };
  GPUCommandEncoder.prototype.copyBufferToBuffer = function (...given: unknown[]) {
    const [, , target] = given as [GPUBuffer, number, GPUBuffer];
    if (!(target.usage & GPUBufferUsage.MAP_READ)) copies++;
    return copy.apply(this, given as Parameters<typeof copy>);
  };
  try {
    await body();
  } finally {
    backend.runWebGPUProgram = launch;
    GPUCommandEncoder.prototype.copyBufferToBuffer = copy;
  }
  const byProgram = [...counts].sort(([, a], [, b]) => b - a);
  return {
    programs: byProgram.reduce((sum, [, count]) => sum + count, 0),
    copies,
    byProgram: Object.fromEntries(byProgram),
  };
}
