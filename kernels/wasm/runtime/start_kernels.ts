import type { WasmKernel } from "./job_board.ts";

/** The kernels of a program and their names, in the same order in every thread. */
export interface StartedKernels {
  readonly names: readonly string[];
  readonly kernels: readonly WasmKernel[];
}

/** Starts the program that `assembly/` compiles to, on a shared memory. */
export function startKernels(
  program: Uint8Array<ArrayBuffer>,
  memory: WebAssembly.Memory,
): StartedKernels {
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(program), {
    env: { memory },
  });
  const found = Object.entries(exports).filter((entry) => typeof entry[1] === "function");
  return {
    names: found.map(([name]) => name),
    kernels: found.map(([, kernel]) => kernel as WasmKernel),
  };
}
