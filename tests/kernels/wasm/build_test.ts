import assert from "node:assert/strict";
import {
  kernelsProgram as program,
  plainKernelsProgram,
} from "../../../kernels/wasm/runtime/kernels_program.ts";
import { startKernels } from "../../../kernels/wasm/runtime/start_kernels.ts";
import { needs } from "../../needs.ts";
import { fullTest } from "../../slow.ts";

Deno.test({
  name: "the kernels' program is what their source compiles to",
  ...needs({ read: true, env: true }),
  async fn() {
    const { compileAssembly } = await import("../../../kernels/wasm/build.ts");
    assert.deepEqual(await compileAssembly(), program, "run `deno task kernels`");
  },
});

fullTest({
  name: "so is the plain program",
  ...needs({ read: true, env: true }),
  async fn() {
    const { compileAssembly, withoutRelaxedSimd } = await import("../../../kernels/wasm/build.ts");
    const compiled = await compileAssembly(withoutRelaxedSimd);
    assert.deepEqual(compiled, plainKernelsProgram, "run `deno task kernels`");
  },
});

Deno.test("the kernels' program changes nothing of the memory that it is started on", () => {
  const memory = new WebAssembly.Memory({ initial: 4, maximum: 65_536, shared: true });
  const bytes = new Uint8Array(memory.buffer).fill(0xa5);
  assert.ok(startKernels(program, memory).names.length > 0);
  assert.ok(bytes.every((byte) => byte === 0xa5));
});

Deno.test("the plain program has no relaxed SIMD, and the same kernels", () => {
  // The opcodes of f32x4.relaxed_madd and relaxed_nmadd.
  const relaxed = (bytes: Uint8Array) => /fd8[56]02/.test(bytes.toHex());
  assert.deepEqual([program, plainKernelsProgram].map(relaxed), [true, false]);
  const names = (bytes: typeof program) => {
    const memory = new WebAssembly.Memory({ initial: 4, maximum: 65_536 });
    return startKernels(bytes, memory).names;
  };
  assert.deepEqual(names(plainKernelsProgram), names(program));
});
