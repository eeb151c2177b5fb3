import assert from "node:assert/strict";
import {
  computePrecision,
  withComputePrecision,
} from "../../../../kernels/webgpu/matmul/compute_precision.ts";
import { convCases, largeConvCases } from "../../../../kernels/checks/conv_cases.ts";
import { denseKernels } from "../../../../kernels/checks/conv_checks.ts";
import { runInFloat16 } from "./run_convolution.ts";

// In quads and not, one partial sum and several.
const some = [...convCases.filter((_, i) => i % 5 === 0), ...largeConvCases.slice(0, 2)];
/** The largest relative error of rounding to float16. */
const rounding = 2 ** -11;

for (const key of denseKernels) {
  Deno.test(`${key} in float16 is as far from the reference as float16 is`, async () => {
    for (const convCase of some) {
      const { found, expected, magnitude } = await runInFloat16(key, convCase);
      const off = Math.max(
        ...found.map((x, i) => Math.abs(x - expected[i]!) / (magnitude[i]! || 1)),
      );
      // Two values and their product are rounded, and sums of up to 16 products.
      assert.ok(off < 6 * rounding, `${off} ${JSON.stringify(convCase)}`);
      // In float32 it would be less than a hundredth of that.
      assert.ok(off > rounding / 16);
    }
  });
}

for (const key of ["conv2dBackpropFilter", "conv2dBackpropInput"] as const) {
  Deno.test(`${key} in float16 is as exact for gradients of any size`, async () => {
    const convCase = largeConvCases[1]!;
    const { found: plain } = await runInFloat16(key, convCase);
    for (const gradientScale of [2 ** -60, 2 ** -20, 2 ** 40]) {
      const { found } = await runInFloat16(key, convCase, gradientScale);
      assert.deepEqual(found.map((x) => x / gradientScale), plain, `times ${gradientScale}`);
    }
    const { found: nothing } = await runInFloat16(key, convCase, 0);
    assert.ok(nothing.every((x) => x === 0));
  });
}

Deno.test("float16 ends with what was computed in it, also where that failed", () => {
  assert.equal(withComputePrecision("f16", computePrecision), "f16");
  assert.equal(computePrecision(), "f32");
  assert.throws(() =>
    withComputePrecision("f16", () => {
      throw new Error("on purpose");
    })
  );
  assert.equal(computePrecision(), "f32");
});
