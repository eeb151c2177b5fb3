import assert from "node:assert/strict";
import {
  computePrecision,
  withComputePrecision,
} from "../../../../kernels/webgpu/matmul/compute_precision.ts";
import { type ConvReference, convReferences } from "../../../../kernels/checks/conv_references.ts";
import { type ConvCase, convCases, largeConvCases } from "../../../../kernels/checks/conv_cases.ts";
import { runConvolution } from "./run_convolution.ts";

const kernels = convReferences.filter(({ depthwise }) => !depthwise);
// Whole quads and others, one share and several.
const some = [...convCases.filter((_, i) => i % 5 === 0), ...largeConvCases.slice(0, 2)];
/** What rounding to a half changes a number by at most, over the number. */
const rounding = 2 ** -11;

const inHalves = (kernel: ConvReference, convolution: ConvCase, gradientScale = 1) =>
  runConvolution(kernel, convolution, { gradientScale, precision: "f16" });

for (const kernel of kernels) {
  Deno.test(`${kernel.name} in halves is as far from the reference as halves are`, async () => {
    for (const convolution of some) {
      const { found, inputs: [a, b], geometry } = await inHalves(kernel, convolution);
      const expected = kernel.reference(a, b, geometry);
      const magnitude = kernel.reference(a.map(Math.abs), b.map(Math.abs), geometry);
      const off = found.map((x, i) => Math.abs(x - expected[i]!) / (magnitude[i]! || 1));
      // Two numbers and their product are rounded, and sums of up to 16 products.
      assert.ok(
        Math.max(...off) < 6 * rounding,
        `${Math.max(...off)} ${JSON.stringify(convolution)}`,
      );
      // In single precision it would be less than a hundredth of that.
      assert.ok(Math.max(...off) > rounding / 16);
    }
  });
}

for (const kernel of kernels.filter(({ inputs }) => inputs.some((name) => name === "dy"))) {
  Deno.test(`${kernel.name} in halves is as exact for gradients of any size`, async () => {
    const convolution = largeConvCases[1]!;
    const { found: plain } = await inHalves(kernel, convolution);
    for (const gradientScale of [2 ** -60, 2 ** -20, 2 ** 40]) {
      const { found } = await inHalves(kernel, convolution, gradientScale);
      assert.deepEqual(found.map((x) => x / gradientScale), plain, `times ${gradientScale}`);
    }
    const { found: nothing } = await inHalves(kernel, convolution, 0);
    assert.ok(nothing.every((x) => x === 0));
  });
}

Deno.test("halves end with what was computed in them, also where it failed", () => {
  assert.equal(withComputePrecision("f16", computePrecision), "f16");
  assert.equal(computePrecision(), "f32");
  assert.throws(() =>
    withComputePrecision("f16", () => {
      throw new Error("on purpose");
    })
  );
  assert.equal(computePrecision(), "f32");
});
