import * as tf from "@tensorflow/tfjs";
import assert from "node:assert/strict";
import { openBackend } from "../../lib/backends/open_backend.ts";
import { formatMessage } from "../../lib/language/user_message.ts";
import { describeAdapter } from "../../lib/backends/webgpu.ts";
import { take } from "../kernels/support/test_on_devices.ts";
import { needs } from "../needs.ts";

const options = { sanitizeOps: false, sanitizeResources: false };

/** Runs with another graphics adapter than the machine's: none, or one with this info. */
async function withAdapter(info: object | null, test: () => Promise<void>): Promise<void> {
  const { gpu } = navigator;
  const adapter = await gpu.requestAdapter();
  gpu.requestAdapter = () =>
    Promise.resolve(
      info && adapter && new Proxy(adapter, {
        get: (_, key) => {
          if (key === "info") return info;
          const value = Reflect.get(adapter, key, adapter);
          return typeof value === "function" ? value.bind(adapter) : value;
        },
      }),
    );
  try {
    await test();
  } finally {
    Reflect.deleteProperty(gpu, "requestAdapter");
  }
}

const sum = () => take(tf.tidy(() => tf.sum(tf.tensor1d([1, 2, 3.5]))));

for (const name of ["cpu", "wasm", "webgpu"] as const) {
  Deno.test(`the ${name} backend opens as requested, and computes`, {
    ...options,
    ...needs({ read: true }),
  }, async () => {
    const backend = await openBackend(name);
    assert.deepEqual([backend.name, tf.getBackend()], [name, name]);
    assert.match(backend.reason.code, /^backends\.requested/);
    assert.deepEqual(await sum(), [6.5]);
    backend.check();
  });
}

Deno.test(
  "webgpu's reason names the adapter",
  { ...options, ...needs({ read: true }) },
  async () => {
    const { reason } = await openBackend("webgpu");
    assert.equal(formatMessage(reason), `as requested: ${(await describeAdapter())!.name}`);
  },
);

Deno.test("auto prefers wasm to a software adapter, and gives the reason", {
  ...options,
  ...needs({ read: true }),
}, () =>
  withAdapter({ description: "llvmpipe (LLVM 19)" }, async () => {
    const { name, reason } = await openBackend("auto");
    assert.equal(name, "wasm");
    assert.equal(
      formatMessage(reason),
      "the only graphics adapter is software: llvmpipe (LLVM 19)",
    );
    assert.equal(tf.getBackend(), "wasm");
    assert.deepEqual(await sum(), [6.5]);
  }));

Deno.test(
  "without an adapter, auto is wasm",
  { ...options, ...needs({ read: true }) },
  () =>
    withAdapter(null, async () => {
      const { name, reason } = await openBackend("auto");
      assert.deepEqual([name, reason.code], ["wasm", "backends.noAdapterFound"]);
    }),
);

Deno.test(
  "auto takes a hardware adapter",
  { ...options, ...needs({ read: true }) },
  () =>
    withAdapter({ description: "Some Graphics 9000" }, async () => {
      const { name, reason } = await openBackend("auto");
      assert.equal(name, "webgpu");
      assert.match(formatMessage(reason), /^a graphics adapter was found: /);
      assert.deepEqual(await sum(), [6.5]);
    }),
);

Deno.test(
  "auto follows the machine's own adapter",
  { ...options, ...needs({ read: true }) },
  async () => {
    const adapter = await describeAdapter();
    const { name } = await openBackend("auto");
    assert.equal(name, adapter && !adapter.software ? "webgpu" : "wasm");
  },
);
