import * as tf from "@tensorflow/tfjs";
import assert from "node:assert/strict";
import { registerOp } from "../../kernels/runtime/register_op.ts";
import { describeAdapter, openWebGpu } from "../../lib/backends/webgpu.ts";
import { take } from "../kernels/support/test_on_devices.ts";

const options = { sanitizeOps: false, sanitizeResources: false };

/** An op whose shader sets `sum` to its baked constant and adds it to the input. */
function addConstant(name: string, wgsl: string) {
  const run = registerOp<"x", { constant: number }>({
    name,
    inputs: ["x"],
    dtype: "float32",
    outputShape: ({ x }) => x,
    passes: (_, { constant }) => [{
      source: [`fn main() {
        let i = i32(localIndex);
        ${wgsl}
        if (i < uniforms.outShape) { result[i] = sum + x[i]; }
      }`],
      constants: { CONSTANT: constant },
      threads: 4,
      workgroups: [1, 1],
    }],
    reference: ({ x }, { constant }) => x.values.map((value) => value + constant),
  });
  return async (constant: number) => {
    const x = tf.ones([4]);
    const sums = await take(run({ x }, { constant }));
    x.dispose();
    return sums;
  };
}

Deno.test("without an adapter, opening says what to do", options, async () => {
  const { gpu } = navigator;
  gpu.requestAdapter = () => Promise.resolve(null);
  try {
    await assert.rejects(openWebGpu(), { name: "UserError", message: /mesa-vulkan-drivers/ });
    assert.equal(await describeAdapter(), null);
  } finally {
    Reflect.deleteProperty(gpu, "requestAdapter");
  }
});

Deno.test("the adapter has a name", options, async () => {
  const adapter = await describeAdapter();
  assert.ok(adapter, "no adapter found: install mesa-vulkan-drivers");
  assert.ok(adapter.name.length > 0);
  if (adapter.name.includes("llvmpipe")) assert.equal(adapter.software, true);
  const { name, software, features, limits } = adapter;
  assert.deepEqual((await openWebGpu()).adapter, { name, software });
  assert.equal(typeof features["shader-f16"], "boolean");
  assert.ok(limits.maxBufferSize >= 2 ** 27);
});

Deno.test("opening twice gives the same device, and makes it current again", options, async () => {
  const first = await openWebGpu();
  await tf.setBackend("cpu");
  assert.equal(await openWebGpu(), first);
  assert.equal(tf.getBackend(), "webgpu");
});

Deno.test("variants with other baked constants do not share a pipeline", options, async () => {
  const { check } = await openWebGpu();
  const add = addConstant("TestVariants", "let sum = f32(CONSTANT);");
  assert.deepEqual(await add(3), [4, 4, 4, 4]);
  assert.deepEqual(await add(5), [6, 6, 6, 6]);
  check();
});

Deno.test(
  "a device that is lost becomes an exception, and the next is a new one",
  options,
  async () => {
    const lost = await openWebGpu();
    const { device } = tf.backend() as unknown as { device: GPUDevice };
    device.destroy();
    await device.lost;
    assert.throws(lost.check, /WebGPU device was lost/);
    const { check } = await openWebGpu();
    assert.deepEqual(await addConstant("TestReopened", "let sum = f32(CONSTANT);")(3), [
      4,
      4,
      4,
      4,
    ]);
    check();
  },
);

Deno.test("a shader that does not compile becomes an exception", options, async () => {
  const { check } = await openWebGpu();
  await addConstant("TestBroken", "let sum = nonsense;")(3);
  assert.throws(check, /WebGPU device reported: .*nonsense/s);
});
