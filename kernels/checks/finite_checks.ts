import type * as tf from "@tensorflow/tfjs";
import { firstNonFinite } from "../finite/first_non_finite.ts";
import * as reference from "../reference/finite/first_non_finite.ts";
import { defineCheck, type KernelCheck } from "./kernel_check.ts";
import { sampleValues, vector } from "./sample_values.ts";

/** The first non-finite value. */
export const finiteChecks: readonly KernelCheck[] = [
  defineCheck({
    kernel: "first non-finite value",
    tolerance: 0,
    inputs: () => ({
      finite: vector(sampleValues(2000, 1)),
      broken: vector(sampleValues(40_000, 7).fill(NaN, 39_000)),
    }),
    run: ({ finite, broken }) => [finite, broken].map((x) => firstNonFinite(x as tf.Tensor1D)),
    expected: ({ finite, broken }) =>
      [finite, broken].map(({ values }) => [reference.firstNonFinite(values)]),
  }),
];
