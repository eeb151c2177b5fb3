import * as tf from "@tensorflow/tfjs";
import type { BackendWasm } from "@tensorflow/tfjs-backend-wasm";
import { kernelsProgram, plainKernelsProgram } from "./kernels_program.ts";
import type { StartThread } from "./run_thread.ts";
import { ThreadPool } from "./thread_pool.ts";

/** Bytes of scratch memory of each thread. */
export const scratchBytes = 2 ** 20;

/** Bytes of the zeros that taps read beyond an edge, and of a job's table. */
export const tableBytes = 65_536;

/** Members of an emscripten module that its types lack. */
interface Module {
  readonly asm: Record<string, unknown>;
  _malloc(bytes: number): number;
}

const programs = new WeakMap<BackendWasm, WasmProgram>();

/** Our kernels on the memory of TensorFlow.js's WebAssembly backend. */
export class WasmProgram {
  readonly #backend: BackendWasm;
  readonly #threads: ThreadPool;
  readonly #memory: WebAssembly.Memory;
  /** The address of `tableBytes` zeros. */
  readonly zeros: number;
  /** The address of the table of integers that a job reads. */
  readonly #table: number;

  /**
   * @param backend its memory is shared, see `shareMemory`, except if there is one thread
   * @param threads their number, with the caller
   * @param startThread starts one of the others
   */
  constructor(backend: BackendWasm, threads: number, startThread: StartThread) {
    this.#backend = backend;
    const module = backend.wasm as unknown as Module;
    const isMemory = (value: unknown) => value instanceof WebAssembly.Memory;
    this.#memory = Object.values(module.asm).find(isMemory) as WebAssembly.Memory;
    const room = (bytes: number) => {
      const begin = module._malloc(bytes) >>> 0;
      if (begin === 0) throw new WebAssembly.RuntimeError("memory ran out");
      return begin;
    };
    this.zeros = room(tableBytes);
    new Uint8Array(this.#memory.buffer, this.zeros, tableBytes).fill(0);
    this.#table = room(tableBytes);
    const others = Array.from({ length: threads - 1 }, () => room(scratchBytes));
    const scratch = [room(scratchBytes), ...others] as const;
    const kernels = WebAssembly.validate(kernelsProgram) ? kernelsProgram : plainKernelsProgram;
    this.#threads = new ThreadPool(kernels, this.#memory, scratch, startThread);
    programs.set(backend, this);
  }

  /** The newest program on a backend. */
  static of(backend: BackendWasm): WasmProgram {
    return programs.get(backend)!;
  }

  /**
   * The address of a tensor's values.
   *
   * @throws {WebAssembly.RuntimeError} if memory ran out when the tensor was made
   */
  address({ dataId, shape }: tf.TensorInfo): number {
    const address = this.#backend.getMemoryOffset(dataId);
    if (address === 0 && tf.util.sizeFromShape(shape) > 0) {
      throw new WebAssembly.RuntimeError("memory ran out");
    }
    return address;
  }

  /** Makes a tensor without values. */
  output(shape: number[], dtype: "float32" | "int32" = "float32"): tf.TensorInfo {
    return this.#backend.makeOutput(shape, dtype);
  }

  /** A view of a tensor's values in memory. It is valid until the next `output`. */
  numbers(tensor: tf.TensorInfo): Float32Array | Int32Array {
    return this.#backend.typedArrayFromHeap(tensor) as Float32Array | Int32Array;
  }

  /** Frees a tensor that `output` made. */
  dispose({ dataId }: tf.TensorInfo): void {
    this.#backend.disposeData(dataId);
  }

  /**
   * Writes integers where a job can read them, until the next table.
   *
   * @returns their address
   */
  table(numbers: readonly number[]): number {
    if (4 * numbers.length > tableBytes) {
      throw new RangeError(`a table of ${numbers.length} integers`);
    }
    new Int32Array(this.#memory.buffer, this.#table, numbers.length).set(numbers);
    return this.#table;
  }

  /** Runs all items of a kernel, see `ThreadPool.run`. */
  run(kernel: string, parameters: readonly number[], items: number): void {
    this.#threads.run(kernel, parameters, items);
  }
}
