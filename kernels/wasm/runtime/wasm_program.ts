import * as tf from "@tensorflow/tfjs";
import type { BackendWasm } from "@tensorflow/tfjs-backend-wasm";
import { kernelsProgram } from "./kernels_program.ts";
import { ThreadPool } from "./thread_pool.ts";

/** Bytes of scratch room for each thread. */
export const scratchBytes = 2 ** 20;

/** Bytes of the zeros that taps beyond an edge see, and of a job's table. */
export const tableBytes = 65_536;

/** What an emscripten module has besides its types. */
interface Module {
  readonly asm: Record<string, unknown>;
  _malloc(bytes: number): number;
}

const programs = new WeakMap<BackendWasm, WasmProgram>();

/** Our own kernels on the memory of TensorFlow.js's WebAssembly backend. */
export class WasmProgram {
  readonly #backend: BackendWasm;
  readonly #threads: ThreadPool;
  readonly #memory: WebAssembly.Memory;
  /** Where `roomBytes` of zeros are. */
  readonly zeros: number;
  /** Where tables of whole numbers go that a job reads. */
  readonly #table: number;

  /**
   * @param backend whose program's memory is shared, see `shareMemory`
   * @param threads how many compute, the caller among them
   */
  constructor(backend: BackendWasm, threads: number) {
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
    this.#threads = new ThreadPool(kernelsProgram, this.#memory, [room(scratchBytes), ...others]);
    programs.set(backend, this);
  }

  /** The newest on a backend that has one. */
  static of(backend: BackendWasm): WasmProgram {
    return programs.get(backend)!;
  }

  /**
   * Where a tensor's numbers begin.
   *
   * @throws {WebAssembly.RuntimeError} where memory had run out when it was made
   */
  address({ dataId, shape }: tf.TensorInfo): number {
    const address = this.#backend.getMemoryOffset(dataId);
    if (address === 0 && tf.util.sizeFromShape(shape) > 0) {
      throw new WebAssembly.RuntimeError("memory ran out");
    }
    return address;
  }

  /** Makes a tensor whose numbers are yet to be written. */
  output(shape: number[], dtype: "float32" | "int32" = "float32"): tf.TensorInfo {
    return this.#backend.makeOutput(shape, dtype);
  }

  /** A tensor's numbers where they lie; the view ends with the next `output`. */
  numbers(tensor: tf.TensorInfo): Float32Array | Int32Array {
    return this.#backend.typedArrayFromHeap(tensor) as Float32Array | Int32Array;
  }

  /** Frees what `output` made. */
  dispose({ dataId }: tf.TensorInfo): void {
    this.#backend.disposeData(dataId);
  }

  /**
   * Writes whole numbers where a job can read them, until the next table.
   *
   * @returns where they begin
   */
  table(numbers: readonly number[]): number {
    if (4 * numbers.length > tableBytes) {
      throw new RangeError(`a table of ${numbers.length} numbers`);
    }
    new Int32Array(this.#memory.buffer, this.#table, numbers.length).set(numbers);
    return this.#table;
  }

  /** See `Threads.run`. */
  run(kernel: string, parameters: readonly number[], items: number): void {
    this.#threads.run(kernel, parameters, items);
  }
}
