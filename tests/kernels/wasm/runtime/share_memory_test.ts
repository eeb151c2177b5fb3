import assert from "node:assert/strict";
import { shareMemory } from "../../../../kernels/wasm/runtime/share_memory.ts";

const magic = [0, 97, 115, 109, 1, 0, 0, 0];
/** One memory of 1 to 3 pages, exported as "m". */
const withMemory = Uint8Array.from([...magic, 5, 4, 1, 1, 1, 3, 7, 5, 1, 1, 109, 2, 0]);

Deno.test("a program's memory becomes one that threads share, and nothing else of it changes", () => {
  const exported = (program: BufferSource) =>
    new WebAssembly.Instance(new WebAssembly.Module(program)).exports.m as WebAssembly.Memory;
  const kind = (
    memory: WebAssembly.Memory,
  ) => [memory.buffer.constructor, memory.buffer.byteLength];
  assert.deepEqual(kind(exported(withMemory)), [ArrayBuffer, 65_536]);
  assert.deepEqual(kind(exported(shareMemory(withMemory))), [SharedArrayBuffer, 65_536]);
  assert.equal(withMemory[11], 1);
});

Deno.test("so does a memory that a program imports", () => {
  const importsMemory = Uint8Array.from([
    ...[...magic, 2, 11, 1, 3, 101, 110, 118, 1, 109, 2, 1, 1, 3],
  ]);
  const start = (program: Uint8Array<ArrayBuffer>, shared: boolean) =>
    new WebAssembly.Instance(new WebAssembly.Module(program), {
      env: { m: new WebAssembly.Memory({ initial: 1, maximum: 3, shared }) },
    });
  start(importsMemory, false);
  start(shareMemory(importsMemory), true);
  assert.throws(() => start(importsMemory, true), WebAssembly.LinkError);
});

Deno.test("a program without such a memory is refused", () => {
  for (const sections of [[], [5, 3, 1, 0, 1], [2, 7, 1, 1, 101, 1, 102, 0, 1]]) {
    assert.throws(() => shareMemory(Uint8Array.from([...magic, ...sections])), /expected a WebAss/);
  }
});
