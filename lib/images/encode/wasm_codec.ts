/** What imagescript's WebAssembly modules export: bytes go in and out by pointer and length. */
interface Exports {
  readonly memory: WebAssembly.Memory;
  walloc(size: number): number;
  wfree(pointer: number, size: number): void;
  /** Length of the last result in bytes. */
  wlen(): number;
}

/**
 * One of imagescript's WebAssembly modules, used without imagescript's own entry: that one loads a
 * native library and needs permission for it.
 */
export class WasmCodec<Functions> {
  readonly exports: Exports & Functions;

  /** @param module one of imagescript's `.wasm` files, compiled */
  constructor(module: WebAssembly.Module) {
    this.exports = new WebAssembly.Instance(module).exports as unknown as Exports & Functions;
  }

  /** Copies bytes in; the function that gets the pointer frees them. */
  copyIn(bytes: Uint8Array): number {
    const pointer = this.exports.walloc(bytes.length);
    new Uint8Array(this.exports.memory.buffer, pointer, bytes.length).set(bytes);
    return pointer;
  }

  /** Copies the last result out. */
  copyOut(pointer: number): Uint8Array<ArrayBuffer> {
    return new Uint8Array(this.exports.memory.buffer, pointer, this.exports.wlen()).slice();
  }
}
