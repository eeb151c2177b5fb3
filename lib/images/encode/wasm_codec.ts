// Brings the package to this machine: its code, which loads a native module, is not imported.
import "imagescript/package.json" with { type: "json" };

/** What imagescript's WebAssembly modules export: bytes go in and out by pointer and length. */
export interface WasmExports {
  /** The module's memory. */
  readonly memory: WebAssembly.Memory;
  /** Allocates bytes, and returns their pointer. */
  walloc(size: number): number;
  /** Frees bytes. */
  wfree(pointer: number, size: number): void;
  /** Length of the last result in bytes. */
  wlen(): number;
}

/**
 * One of imagescript's WebAssembly modules, without imagescript's own entry point, which loads a native
 * library and needs permission for it.
 */
export class WasmCodec<Functions> {
  /** What the module exports. */
  readonly exports: WasmExports & Functions;

  /**
   * Instantiates the module.
   *
   * @param module one of imagescript's `.wasm` files, compiled
   */
  constructor(module: WebAssembly.Module) {
    this.exports = new WebAssembly.Instance(module).exports as unknown as WasmExports & Functions;
  }

  /** Copies bytes into the module. The function that gets the pointer frees them. */
  copyIn(bytes: Uint8Array): number {
    const pointer = this.exports.walloc(bytes.length);
    new Uint8Array(this.exports.memory.buffer, pointer, bytes.length).set(bytes);
    return pointer;
  }

  /** Copies the last result out of the module. */
  copyOut(pointer: number): Uint8Array<ArrayBuffer> {
    return new Uint8Array(this.exports.memory.buffer, pointer, this.exports.wlen()).slice();
  }
}
