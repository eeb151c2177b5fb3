import * as tf from "@tensorflow/tfjs";
import { statfs } from "node:fs/promises";
import { programVersion } from "../model_file/program_version.ts";
import { wasmThreads } from "../backends/wasm.ts";
import { type AdapterFacts, describeAdapter } from "../backends/webgpu.ts";
import { supportsSimd, supportsThreads } from "./wasm_features.ts";
import { type WebGpuImplementation, webGpuImplementation } from "./webgpu_implementation.ts";

/** What a machine offers. It holds nothing personal: no path, no name of a user or a host. */
export interface MachineFacts {
  /** Versions of the programs. */
  readonly versions: {
    readonly futago: string;
    readonly deno: string;
    readonly v8: string;
    readonly tensorflow: string;
  };
  /** The operating system, its release, and the processor architecture. */
  readonly system: { readonly os: string; readonly release: string; readonly architecture: string };
  /** Processor cores that the process may use. */
  readonly cores: number;
  /** In bytes. */
  readonly memory: { readonly total: number; readonly available: number };
  /** Free bytes on the disk where the runs go; null where the system does not report them. */
  readonly diskFree: number | null;
  /** The graphics adapter that WebGPU would use; null where there is none. */
  readonly adapter: AdapterFacts | null;
  /** The program that implements WebGPU; null where there is no adapter, or it is not known. */
  readonly webGpu: WebGpuImplementation | null;
  /** Whether it has SIMD, and the threads of the wasm backend; 0 where it has no threads. */
  readonly webAssembly: { readonly simd: boolean; readonly threads: number };
}

/**
 * Finds out what this machine offers.
 *
 * @param folder an existing folder on the disk where the runs go
 */
export async function machineFacts(folder: string): Promise<MachineFacts> {
  const { total, available } = Deno.systemMemoryInfo();
  const { deno, v8 } = Deno.version;
  return {
    versions: { futago: programVersion, deno, v8, tensorflow: tf.version_core },
    system: { os: Deno.build.os, release: Deno.osRelease(), architecture: Deno.build.arch },
    cores: navigator.hardwareConcurrency,
    memory: { total, available },
    diskFree: await statfs(folder).then(({ bavail, bsize }) => bavail * bsize, () => null),
    adapter: await describeAdapter(),
    webGpu: await webGpuImplementation(),
    webAssembly: { simd: supportsSimd(), threads: supportsThreads() ? wasmThreads : 0 },
  };
}
