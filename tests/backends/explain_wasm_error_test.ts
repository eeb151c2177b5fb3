import * as tf from "@tensorflow/tfjs";
import assert from "node:assert/strict";
import { openBackend } from "../../lib/backends/open_backend.ts";
import { UserError } from "../../lib/language/user_error.ts";
import { needs } from "../needs.ts";

Deno.test(
  "a failure on wasm stays as it is while memory is left",
  needs({ read: true }),
  async () => {
    const { explain } = await openBackend("wasm");
    const trap = new WebAssembly.RuntimeError("unreachable"), other = new Error("other");
    assert.equal(await explain(trap), trap);
    assert.equal(await explain(other), other);
  },
);

Deno.test("memory that runs out on wasm is explained", needs({ read: true }), async () => {
  const { explain } = await openBackend("wasm");
  const backend = tf.backend() as unknown as { wasm: { HEAPU8: Uint8Array } };
  const { wasm } = backend;
  // Filling the real one would cost every test after this one 4 GiB.
  backend.wasm = { ...wasm, HEAPU8: { length: 2 ** 32 - 2 ** 26 } as Uint8Array };
  try {
    const told = await explain(new WebAssembly.RuntimeError("Aborted()"));
    assert.ok(told instanceof UserError);
    assert.match(
      told.message,
      /memory ran out: use a smaller batch or imageSize, or a GPU with backend/,
    );
  } finally {
    backend.wasm = wasm;
  }
});
