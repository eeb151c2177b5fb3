import assert from "node:assert/strict";
import { limitWasmMemory } from "../../../lib/images/decode/limit_wasm_memory.ts";

const pageBytes = 2 ** 16;

/** A module that has and exports a memory, and one section before it. */
function moduleOf(...limits: readonly number[]): Uint8Array<ArrayBuffer> {
  return Uint8Array.from([
    ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
    ...[1, 4, 1, 0x60, 0, 0], // the type of a function
    ...[5, 1 + limits.length, 1, ...limits],
    ...[7, 5, 1, 1, 0x6d, 2, 0], // "m"
  ]);
}

function memoryOf(module: Uint8Array<ArrayBuffer>): WebAssembly.Memory {
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(module));
  return exports["m"] as WebAssembly.Memory;
}

Deno.test("a module gets no more memory than it is limited to", () => {
  // 1 to 65,536 pages.
  for (const pages of [1, 2, 127, 128, 300]) {
    const module = moduleOf(1, 1, 0x80, 0x80, 4);
    limitWasmMemory(module, pages * pageBytes);
    const memory = memoryOf(module);
    memory.grow(pages - 1);
    assert.equal(memory.buffer.byteLength, pages * pageBytes);
    assert.throws(() => memory.grow(1), RangeError);
  }
});

Deno.test("a module without a maximum, or with a shorter number, is refused", () => {
  assert.throws(() => limitWasmMemory(moduleOf(0, 1), pageBytes), RangeError);
  assert.throws(() => limitWasmMemory(moduleOf(1, 1, 100), 128 * pageBytes), RangeError);
  assert.throws(() => limitWasmMemory(moduleOf(1, 1, 100).slice(0, 14), pageBytes), RangeError);
});
