import type { WasmKernel } from "./job_board.ts";
import { shareMemory } from "./share_memory.ts";

/** The kernels of a program and their names, in the same order in every thread. */
export interface StartedKernels {
  readonly names: readonly string[];
  readonly kernels: readonly WasmKernel[];
}

/** Starts the program that `assembly/` compiles to, on a memory that threads share or not. */
export function startKernels(
  program: Uint8Array<ArrayBuffer>,
  memory: WebAssembly.Memory,
): StartedKernels {
  const fitting = memory.buffer instanceof ArrayBuffer ? program : shareMemory(program);
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(fitting), {
    env: { memory },
  });
  const found = Object.entries(exports).filter((entry) => typeof entry[1] === "function");
  return {
    names: found.map(([name]) => name),
    kernels: found.map(([, kernel]) => kernel as WasmKernel),
  };
}
