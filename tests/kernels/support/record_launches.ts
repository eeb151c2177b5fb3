import * as tf from "@tensorflow/tfjs";
import type { WebGPUBackend } from "@tensorflow/tfjs-backend-webgpu";

/** Runs `body` on WebGPU, and says which programs it started, by their keys. */
export function recordLaunches<T>(body: () => T): { result: T; programs: string[] } {
  const backend = tf.backend() as WebGPUBackend;
  const launch = backend.runWebGPUProgram;
  const programs: string[] = [];
  backend.runWebGPUProgram = function (program, ...rest) {
    programs.push(program.shaderKey);
    return launch.call(this, program, ...rest);
  };
  try {
    return { result: body(), programs };
  } finally {
    backend.runWebGPUProgram = launch;
  }
}
