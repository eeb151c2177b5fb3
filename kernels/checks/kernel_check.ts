import * as tf from "@tensorflow/tfjs";
import type { Values } from "../runtime/register_op.ts";

/** A backend that our kernels run on. */
export type KernelBackend = "webgpu" | "wasm" | "cpu";

/** A kernel's inputs by name, in the order in which it takes them. */
export type CheckInputs = Readonly<Record<string, Values>>;

/** The tensors of {@linkcode CheckInputs}, by the same names. */
export type CheckTensors<Name extends string = string> = Readonly<Record<Name, tf.Tensor>>;

/** A kernel with inputs and the expected result. Tests, the doctor and the benchmark use it. */
export interface KernelCheck {
  /** What is computed, for people to read; no other check has this name. */
  readonly kernel: string;
  /** The only backend that has the kernel; all have it by default. */
  readonly backend?: KernelBackend;
  /** True where the backend must compute in float16. */
  readonly float16?: boolean;
  /** The largest difference that rounding explains, relative to the larger of 1 and the value. */
  readonly tolerance: number;
  /** Makes the inputs, the same in every call. */
  inputs(): CheckInputs;
  /** Computes on the current backend, inside a `tf.tidy`. */
  run(inputs: CheckTensors): tf.Tensor[];
  /** Computes the values of the same tensors with the reference. */
  expected(inputs: CheckInputs): ArrayLike<number>[];
}

/** Defines a check whose inputs have these names. */
export function defineCheck<Name extends string>(
  check: Omit<KernelCheck, "inputs" | "run" | "expected"> & {
    inputs(): Record<Name, Values>;
    run(inputs: CheckTensors<Name>): tf.Tensor[];
    expected(inputs: Readonly<Record<Name, Values>>): ArrayLike<number>[];
  },
): KernelCheck {
  return check as KernelCheck;
}

/** Makes tensors of a check's inputs on the current backend. */
export function toTensors(inputs: CheckInputs): Record<string, tf.Tensor> {
  return Object.fromEntries(
    Object.entries(inputs).map(([name, { values, shape }]) => [
      name,
      tf.tensor(values, shape, values instanceof Int32Array ? "int32" : "float32"),
    ]),
  );
}
